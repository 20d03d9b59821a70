package dev.carddelivery.adapters.jdbc;

/** The database may lose orders that it has acknowledged. */
public final class UnsafeDatabase extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnsafeDatabase(String setting) {
        super("The database runs with " + setting + "=off: a crash of it would lose orders that were acknowledged");
    }
}

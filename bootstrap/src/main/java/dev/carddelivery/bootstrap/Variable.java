package dev.carddelivery.bootstrap;

/** The environment variables that the program reads, each with the line that {@code --help} shows for it. */
public enum Variable {
    HOST("address to listen on (127.0.0.1)"),
    PORT("port to listen on, 0 for any free one (8080)"),
    PUBLIC_ORIGIN("where browsers find it, like https://cards.example.org (the host they ask)"),
    DATABASE_URL("JDBC URL of a PostgreSQL (absent: an embedded one)"),
    DATABASE_USER("its user"),
    DATABASE_PASSWORD("its password"),
    DATA_DIR("folder of the embedded database (.data)"),
    DEMO("true: demo partners play the other domains (true when embedded)"),
    DEMO_DAY("how long a calendar day lasts in the demo, an ISO duration (PT2S)"),
    AUTH_ISSUER("issuer of the callers' tokens (needed unless DEMO)"),
    AUTH_JWKS_URL("where the issuer's keys are (needed unless DEMO)"),
    ALLOW_UNSAFE_DURABILITY("true: accept a PostgreSQL that may lose commits (false)");

    private final String meaning;

    Variable(String meaning) {
        this.meaning = meaning;
    }

    /** What the variable is for, with its default in brackets. */
    public String meaning() {
        return meaning;
    }
}

package dev.carddelivery.bootstrap;

import static dev.carddelivery.bootstrap.Variable.ALLOW_UNSAFE_DURABILITY;
import static dev.carddelivery.bootstrap.Variable.DATABASE_PASSWORD;
import static dev.carddelivery.bootstrap.Variable.DATABASE_URL;
import static dev.carddelivery.bootstrap.Variable.DATABASE_USER;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Where the orders are stored. */
public sealed interface DatabaseSettings {

    /** A PostgreSQL that the program starts and stops itself, its files in the data folder. */
    record Embedded() implements DatabaseSettings {}

    /**
     * A PostgreSQL that somebody else runs.
     *
     * @param url JDBC URL; may hold a password, therefore printed without it
     * @param user absent when the URL names it or the system's user is meant
     * @param password absent when the URL holds it or none is needed
     * @param unsafeDurabilityAllowed whether to work on a server that may lose commits (fsync or synchronous_commit
     *     off)
     */
    record External(String url, Option<String> user, Option<Secret> password, boolean unsafeDurabilityAllowed)
            implements DatabaseSettings {

        /** Hosts, if any, a database, if any, parameters, if any; no login before the host. */
        private static final Pattern POSTGRES_URL = Pattern.compile("jdbc:postgresql:(//[^/?@]*)?/?[^/?@]*(\\?.*)?");

        private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&]*");

        @Override
        public String toString() {
            return "External[url=%s, user=%s, password=%s, unsafeDurabilityAllowed=%s]"
                    .formatted(PASSWORD.matcher(url).replaceAll("$1***"), user, password, unsafeDurabilityAllowed);
        }
    }

    /** Reads them; embedded when no URL is given. */
    static Validation<Seq<SettingError>, DatabaseSettings> from(Environment environment) {
        return Validation.combine(
                        environment.read(DATABASE_URL, DatabaseSettings::url),
                        onlyWithUrl(environment, DATABASE_USER),
                        onlyWithUrl(environment, DATABASE_PASSWORD),
                        environment.flag(ALLOW_UNSAFE_DURABILITY))
                .ap((url, user, password, unsafe) -> url.<DatabaseSettings>map(
                                it -> new External(it, user, password.map(Secret::new), unsafe.getOrElse(false)))
                        .getOrElse(Embedded::new))
                .mapError(errors -> errors.flatMap(Function.identity()));
    }

    private static Either<String, String> url(String text) {
        return External.POSTGRES_URL.matcher(text).matches()
                ? Either.right(text)
                : Either.left(
                        "this is no JDBC URL of a PostgreSQL; write for example jdbc:postgresql://db.example.org:5432/cards"
                                + " (user and password go into DATABASE_USER and DATABASE_PASSWORD), or unset it for the embedded one");
    }

    private static Validation<Seq<SettingError>, Option<String>> onlyWithUrl(
            Environment environment, Variable variable) {
        boolean lost = environment.text(variable).isDefined()
                && environment.text(DATABASE_URL).isEmpty();
        return lost
                ? Validation.invalid(List.of(new SettingError(
                        variable, "DATABASE_URL is not set, so there is nothing to log in to; set both or neither")))
                : Validation.valid(environment.text(variable));
    }
}

package dev.carddelivery.bootstrap;

import static dev.carddelivery.bootstrap.Variable.DEMO;
import static dev.carddelivery.bootstrap.Variable.DEMO_DAY;
import static dev.carddelivery.bootstrap.Variable.HOST;
import static dev.carddelivery.bootstrap.Variable.PORT;
import static dev.carddelivery.bootstrap.Variable.PUBLIC_ORIGIN;

import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;
import io.vavr.control.Validation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How an instance works on a database that is there already.
 *
 * @param host address to listen on, a name or an IP address
 * @param port 0 to 65535; 0 means any free one
 * @param publicOrigin where browsers find it, if that is not the host that they are seen to ask; without a path
 * @param dataDir where the program keeps files of its own
 * @param tokenKeys whose tokens the callers show
 * @param demo whether the demo partners play the other domains
 * @param day how long one calendar day lasts for the demo partners and the process's deadlines; 24 hours unless in demo
 */
public record Settings(
        String host,
        int port,
        Option<String> publicOrigin,
        Path dataDir,
        TokenKeys tokenKeys,
        boolean demo,
        Duration day) {

    private static final Duration REAL_DAY = Duration.ofDays(1);
    private static final Duration DEFAULT_DEMO_DAY = Duration.ofSeconds(2);
    private static final Duration SHORTEST_DAY = Duration.ofMillis(10);

    private static final Pattern NAME_OR_IPV4 = Pattern.compile("[0-9A-Za-z._-]+");
    private static final Pattern ORIGIN = Pattern.compile("(?i)https?://([0-9a-z._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:.*:)[0-9A-Fa-f:.]+(%[0-9A-Za-z]+)?");

    /**
     * Reads the settings.
     *
     * @param variables the environment, by name
     * @return the settings, or everything that is wrong with them
     */
    public static Validation<Seq<SettingError>, Settings> from(Map<String, String> variables) {
        var environment = new Environment(variables);
        boolean embedded = environment.text(Variable.DATABASE_URL).isEmpty();
        var demo = environment.flag(DEMO).map(given -> given.getOrElse(embedded));
        // Whether it is a demo decides what else is needed; when that cannot be read, nobody can say.
        Option<Boolean> knownDemo = demo.toOption();
        return Validation.combine(
                        environment.read(HOST, Settings::host).map(host -> host.getOrElse("127.0.0.1")),
                        environment.read(PORT, Settings::port).map(port -> port.getOrElse(8080)),
                        environment.read(PUBLIC_ORIGIN, Settings::origin),
                        StorageSettings.dataDir(environment),
                        TokenKeys.from(environment, knownDemo),
                        demo,
                        day(environment, knownDemo))
                .ap(Settings::new)
                .mapError(errors -> errors.flatMap(Function.identity()));
    }

    /** Where an instance listens. */
    Address address() {
        return new Address(host, port);
    }

    private static Either<String, String> host(String text) {
        boolean plausible =
                NAME_OR_IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
        return plausible
                ? Either.right(text)
                : Either.left("\"%s\" is no host name and no IP address; the port goes into PORT".formatted(text));
    }

    private static Either<String, Integer> port(String text) {
        return Try.of(() -> Integer.parseInt(text))
                .filter(port -> port >= 0 && port <= 65_535)
                .toEither("\"%s\" is no port; write a number from 0 (any free port) to 65535".formatted(text));
    }

    private static Either<String, String> origin(String text) {
        return ORIGIN.matcher(text).matches()
                ? Either.right(text)
                : Either.left(
                        "\"%s\" is no origin of web pages; write scheme and host only, for example".formatted(text)
                                + " https://cards.example.org");
    }

    private static Validation<Seq<SettingError>, Duration> day(Environment environment, Option<Boolean> demo) {
        if (demo.contains(false)) {
            return environment.text(DEMO_DAY).isEmpty()
                    ? Validation.valid(REAL_DAY)
                    : Environment.wrong(DEMO_DAY, "days last 24 hours unless DEMO is true; set DEMO=true or unset it");
        }
        return environment.read(DEMO_DAY, Settings::duration).map(day -> day.getOrElse(DEFAULT_DEMO_DAY));
    }

    private static Either<String, Duration> duration(String text) {
        return Try.of(() -> Duration.parse(text))
                .filter(day -> day.compareTo(SHORTEST_DAY) >= 0 && day.compareTo(REAL_DAY) <= 0)
                .toEither("\"%s\" is no ISO duration from PT0.01S to PT24H; write for example PT2S".formatted(text));
    }
}

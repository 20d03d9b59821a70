package dev.carddelivery.bootstrap;

import static dev.carddelivery.bootstrap.Variable.DEMO;
import static dev.carddelivery.bootstrap.Variable.DEMO_DAY;
import static dev.carddelivery.bootstrap.Variable.HOST;
import static dev.carddelivery.bootstrap.Variable.PORT;
import static dev.carddelivery.bootstrap.Variable.REMINDERS;

import dev.carddelivery.application.process.ReminderSchedule;
import io.vavr.collection.List;
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
 * @param dataDir where the program keeps files of its own
 * @param tokenKeys whose tokens the callers show
 * @param demo whether anybody may try things out; without a Kafka, demo partners play the other domains
 * @param day how long one calendar day lasts for the demo partners and the process's deadlines; 24 hours unless in demo
 * @param kafka the cluster over which the other domains are reached, if there is one
 * @param reminders when partners are asked again who have not answered
 */
public record Settings(
        String host,
        int port,
        Path dataDir,
        TokenKeys tokenKeys,
        boolean demo,
        Duration day,
        Option<KafkaSettings> kafka,
        ReminderSchedule reminders) {

    private static final Duration REAL_DAY = Duration.ofDays(1);
    private static final Duration DEFAULT_DEMO_DAY = Duration.ofSeconds(2);
    private static final Duration SHORTEST_DAY = Duration.ofMillis(10);
    private static final int DEFAULT_PORT = 8080;
    private static final int REMINDED_BY_DEFAULT = 3;
    private static final int MOST_REMINDERS = 20;

    private static final Pattern NAME_OR_IPV4 = Pattern.compile("[0-9A-Za-z._-]+");
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
                        host(environment),
                        port(environment, DEFAULT_PORT),
                        StorageSettings.dataDir(environment),
                        TokenKeys.from(environment, knownDemo),
                        demo,
                        day(environment, knownDemo),
                        KafkaSettings.from(environment),
                        environment.read(REMINDERS, Settings::durations))
                .ap((host, port, dataDir, tokenKeys, isDemo, day, kafka, reminders) -> new Settings(
                        host,
                        port,
                        dataDir,
                        tokenKeys,
                        isDemo,
                        day,
                        kafka,
                        new ReminderSchedule(reminders.getOrElse(() -> List.fill(REMINDED_BY_DEFAULT, day)))))
                .mapError(errors -> errors.flatMap(Function.identity()));
    }

    static Validation<Seq<SettingError>, String> host(Environment environment) {
        return environment.read(HOST, Settings::host).map(host -> host.getOrElse("127.0.0.1"));
    }

    private static Either<String, String> host(String text) {
        boolean plausible =
                NAME_OR_IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
        return plausible
                ? Either.right(text)
                : Either.left("\"%s\" is no host name and no IP address; the port goes into PORT".formatted(text));
    }

    static Validation<Seq<SettingError>, Integer> port(Environment environment, int otherwise) {
        return environment.read(PORT, Settings::port).map(port -> port.getOrElse(otherwise));
    }

    private static Either<String, Integer> port(String text) {
        return Try.of(() -> Integer.parseInt(text))
                .filter(port -> port >= 0 && port <= 65_535)
                .toEither("\"%s\" is no port; write a number from 0 (any free port) to 65535".formatted(text));
    }

    private static Validation<Seq<SettingError>, Duration> day(Environment environment, Option<Boolean> demo) {
        if (demo.contains(false)) {
            return environment.text(DEMO_DAY).isEmpty()
                    ? Validation.valid(REAL_DAY)
                    : Environment.wrong(DEMO_DAY, "days last 24 hours unless DEMO is true; set DEMO=true or unset it");
        }
        return demoDay(environment);
    }

    static Validation<Seq<SettingError>, Duration> demoDay(Environment environment) {
        return environment.read(DEMO_DAY, Settings::day).map(day -> day.getOrElse(DEFAULT_DEMO_DAY));
    }

    private static Either<String, List<Duration>> durations(String text) {
        return Try.of(() -> List.of(text.split(",", -1)).map(String::strip).map(Duration::parse))
                .filter(waits -> waits.size() <= MOST_REMINDERS && waits.forAll(Duration::isPositive))
                .toEither("\"%s\" is no list of 1 to %d ISO durations; write for example PT4H,P1D,P1D"
                        .formatted(text, MOST_REMINDERS));
    }

    private static Either<String, Duration> day(String text) {
        return Try.of(() -> Duration.parse(text))
                .filter(day -> day.compareTo(SHORTEST_DAY) >= 0 && day.compareTo(REAL_DAY) <= 0)
                .toEither("\"%s\" is no ISO duration from PT0.01S to PT24H; write for example PT2S".formatted(text));
    }
}

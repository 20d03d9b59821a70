package dev.carddelivery.bootstrap;

import static dev.carddelivery.bootstrap.Variable.DATA_DIR;

import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Try;
import io.vavr.control.Validation;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * Where everything is kept. Printing it tells no secret.
 *
 * @param dataDir where the program keeps files of its own
 * @param database where the orders are stored
 */
public record StorageSettings(Path dataDir, DatabaseSettings database) {

    private static final Path ORDERS = Path.of(".data");

    /**
     * Reads the settings.
     *
     * @param variables the environment, by name
     * @return the settings, or everything that is wrong with them
     */
    public static Validation<Seq<SettingError>, StorageSettings> from(Map<String, String> variables) {
        return from(variables, ORDERS);
    }

    /** Reads those of the demo partners that run on their own, with files apart from the orders'. */
    static Validation<Seq<SettingError>, StorageSettings> ofPartners(Map<String, String> variables) {
        return from(variables, ORDERS.resolve("partners"));
    }

    private static Validation<Seq<SettingError>, StorageSettings> from(Map<String, String> variables, Path otherwise) {
        var environment = new Environment(variables);
        return Validation.combine(dataDir(environment, otherwise), DatabaseSettings.from(environment))
                .ap(StorageSettings::new)
                .mapError(errors -> errors.flatMap(Function.identity()));
    }

    static Validation<Seq<SettingError>, Path> dataDir(Environment environment) {
        return dataDir(environment, ORDERS);
    }

    private static Validation<Seq<SettingError>, Path> dataDir(Environment environment, Path otherwise) {
        return environment.read(DATA_DIR, StorageSettings::folder).map(dir -> dir.getOrElse(otherwise));
    }

    private static Either<String, Path> folder(String text) {
        return Try.of(() -> Path.of(text))
                .toEither("\"%s\" cannot be the name of a folder here; write another one".formatted(text));
    }
}

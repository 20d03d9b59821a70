package dev.carddelivery.bootstrap;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.util.Map;
import java.util.function.Function;

/** Reads typed values from the process's environment. A variable that is set to nothing counts as absent. */
final class Environment {

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    Option<String> text(Variable variable) {
        return Option.of(variables.get(variable.name())).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The variables whose names begin like this, as far as they are set to something. */
    io.vavr.collection.Map<String, String> startingWith(String prefix) {
        return HashMap.ofAll(variables)
                .filterKeys(name -> name.startsWith(prefix))
                .mapValues(String::strip)
                .filterValues(text -> !text.isEmpty());
    }

    /**
     * The value of a variable, if it is there.
     *
     * @param parse gives the value, or what is wrong with the text
     */
    <T> Validation<Seq<SettingError>, Option<T>> read(Variable variable, Function<String, Either<String, T>> parse) {
        return text(variable)
                .map(text -> parse.apply(text).map(Option::of))
                .getOrElse(() -> Either.right(Option.none()))
                .fold(message -> wrong(variable, message), Validation::valid);
    }

    Validation<Seq<SettingError>, Option<Boolean>> flag(Variable variable) {
        return read(variable, text -> switch (text) {
            case "true" -> Either.right(true);
            case "false" -> Either.right(false);
            default -> Either.left("\"%s\" is neither true nor false; write one of the two".formatted(text));
        });
    }

    static <T> Validation<Seq<SettingError>, T> wrong(Variable variable, String message) {
        return Validation.invalid(List.of(new SettingError(variable, message)));
    }
}

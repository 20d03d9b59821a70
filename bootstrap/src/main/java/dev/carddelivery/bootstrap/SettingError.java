package dev.carddelivery.bootstrap;

/**
 * What is wrong with one environment variable.
 *
 * @param variable which one, by its name
 * @param message what is wrong and what to write instead; never holds a secret
 */
public record SettingError(String variable, String message) {

    /** Of a variable that there is. */
    public SettingError(Variable variable, String message) {
        this(variable.name(), message);
    }

    @Override
    public String toString() {
        return variable + ": " + message;
    }
}

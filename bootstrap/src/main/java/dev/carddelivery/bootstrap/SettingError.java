package dev.carddelivery.bootstrap;

/**
 * What is wrong with one environment variable.
 *
 * @param variable which one
 * @param message what is wrong and what to write instead; never holds a secret
 */
public record SettingError(Variable variable, String message) {

    @Override
    public String toString() {
        return variable + ": " + message;
    }
}

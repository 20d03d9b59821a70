package dev.carddelivery.bootstrap;

/**
 * A value that must never be printed.
 *
 * @param reveal the value itself, for the one place that needs it
 */
public record Secret(String reveal) {

    /** Always the same stars, so that not even the length is told. */
    @Override
    public String toString() {
        return "***";
    }
}

package dev.carddelivery.bootstrap.architecture.offenders.bootstrap.demo;

import dev.carddelivery.bootstrap.Settings;

/** What the demo partners must not contain. */
public final class DemoOffenders {

    private DemoOffenders() {}

    /** Reads settings itself. */
    public record ReadsSettings(Settings settings) {}
}

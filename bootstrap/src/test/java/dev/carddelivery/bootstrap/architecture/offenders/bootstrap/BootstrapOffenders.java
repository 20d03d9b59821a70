package dev.carddelivery.bootstrap.architecture.offenders.bootstrap;

import com.zaxxer.hikari.HikariDataSource;
import dev.carddelivery.bootstrap.demo.DemoPartners;
import java.util.logging.Logger;

/** What the program must not contain. */
public final class BootstrapOffenders {

    private BootstrapOffenders() {}

    /** Does an adapter's work. */
    public record NeedsAnotherLibrary(HikariDataSource connections) {}

    /** Plays with partners outside of the wiring. */
    public record KnowsTheDemoPartners(DemoPartners partners) {}

    /** Logs past the settings of the log. */
    public record UsesTheJdkLogger(Logger logger) {}

    /** Prints outside of the command line. */
    public static final class Prints {
        void print() {
            System.out.println("here I am");
        }
    }

    /** Prints errors outside of the command line. */
    public static final class Complains {
        void complain() {
            System.err.println("something is wrong");
        }
    }
}

package dev.carddelivery.bootstrap;

import io.vavr.collection.Seq;
import io.vavr.control.Validation;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command line. Ends with 0 when all went well, 1 when it did not, 2 when the arguments or the settings are wrong,
 * and as the system has it when a signal ends it.
 */
@Command(
        name = "card-delivery",
        description = "Orders bank cards and follows them to the customers' hands. Without a command it serves.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        usageHelpWidth = 100,
        sortOptions = false)
public final class Main implements Callable<Integer> {

    private static final int FAILURE = 1;
    private static final int BAD_SETTINGS = 2;

    private final Program program;
    private final Map<String, String> environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Main(Program program, Map<String, String> environment) {
        this.program = program;
        this.environment = environment;
    }

    /** Runs the program with this process's environment, and ends the process. */
    public static void main(String[] arguments) {
        int exitCode = Signals.interruptingThisThread(
                () -> commandLine(new CardDelivery(), System.getenv()).execute(arguments));
        System.exit(exitCode);
    }

    /** The command line over a program. */
    static CommandLine commandLine(Program program, Map<String, String> environment) {
        var commandLine = new CommandLine(new Main(program, environment));
        commandLine.getCommandSpec().usageMessage().footer(settingsHelp());
        return commandLine.setExecutionExceptionHandler(Main::tell);
    }

    private static String[] settingsHelp() {
        var lines =
                Arrays.stream(Variable.values()).map(variable -> "  %-26s%s".formatted(variable, variable.meaning()));
        return ("%nSettings come from the environment:%n".formatted()
                        + lines.collect(Collectors.joining("%n".formatted())))
                .split("\\R");
    }

    @Override
    public Integer call() throws InterruptedException {
        return serve();
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Takes orders over HTTP and sees them through (the default).")
    int serve() throws InterruptedException {
        return run(Validation.combine(StorageSettings.from(environment), Settings.from(environment))
                .<Job>ap((storage, settings) -> () -> program.serve(storage, settings))
                .mapError(errors ->
                        errors.<SettingError>flatMap(Function.identity()).distinct()));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Plays identity service, bureau and courier over Kafka, for a demo.")
    int partners() throws InterruptedException {
        return run(Validation.combine(StorageSettings.ofPartners(environment), PartnersSettings.from(environment))
                .<Job>ap((storage, settings) -> () -> program.partners(storage, settings))
                .mapError(errors ->
                        errors.<SettingError>flatMap(Function.identity()).distinct()));
    }

    @Command(mixinStandardHelpOptions = true, description = "Brings the database's schema up to date.")
    int migrate() throws InterruptedException {
        return run(StorageSettings.from(environment).map(storage -> () -> program.migrate(storage)));
    }

    @Command(mixinStandardHelpOptions = true, description = "Makes all read models anew from the log.")
    int rebuild() throws InterruptedException {
        return run(StorageSettings.from(environment).map(storage -> () -> program.rebuild(storage)));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lets what was recorded since a moment be published to Kafka again.")
    int republish(
            @Option(
                            names = "--since",
                            required = true,
                            paramLabel = "<instant>",
                            description = "when the cluster lost its data, or some time before: 2026-11-22T10:15:30Z")
                    Instant since)
            throws InterruptedException {
        return run(StorageSettings.from(environment).map(storage -> () -> program.republish(storage, since)));
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints the version of the program and of Java.")
    void version() {
        spec.commandLine().printVersionHelp(spec.commandLine().getOut());
    }

    private int run(Validation<Seq<SettingError>, Job> job) throws InterruptedException {
        if (job.isValid()) {
            job.get().run();
            return 0;
        }
        var err = spec.commandLine().getErr();
        err.println("The settings are wrong:");
        job.getError().forEach(error -> err.println("  " + error));
        return BAD_SETTINGS;
    }

    private static int tell(Exception problem, CommandLine commandLine, CommandLine.ParseResult arguments) {
        if (problem instanceof InterruptedException || Signals.received()) {
            return 0; // whatever the end was, it was wanted
        }
        switch (problem) {
            case StartupException reason -> commandLine.getErr().println(reason.getMessage());
            default -> problem.printStackTrace(commandLine.getErr());
        }
        return FAILURE;
    }

    private interface Job {
        void run() throws InterruptedException;
    }
}

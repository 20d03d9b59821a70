package dev.carddelivery.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import dev.carddelivery.adapters.http.HttpServer;
import dev.carddelivery.adapters.jdbc.Database;
import dev.carddelivery.adapters.jdbc.JdbcBehaviours;
import dev.carddelivery.adapters.jdbc.JdbcMailbox;
import dev.carddelivery.adapters.jdbc.Mail;
import dev.carddelivery.adapters.jdbc.PendingMail;
import dev.carddelivery.adapters.messaging.message.MessageCodec;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.order.OrderHandler;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.application.process.SideBySide;
import dev.carddelivery.application.process.Turns;
import dev.carddelivery.application.process.Worker;
import dev.carddelivery.bootstrap.Main;
import dev.carddelivery.bootstrap.architecture.offenders.adapters.http.HttpOffenders;
import dev.carddelivery.bootstrap.architecture.offenders.adapters.jdbc.JdbcOffenders;
import dev.carddelivery.bootstrap.architecture.offenders.adapters.messaging.MessagingOffenders;
import dev.carddelivery.bootstrap.architecture.offenders.bootstrap.BootstrapOffenders;
import dev.carddelivery.bootstrap.architecture.offenders.bootstrap.demo.DemoOffenders;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CourierReport;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.PartnerReport;
import dev.carddelivery.domain.order.ReturnReason;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may know whom, over all modules. What the domain and the application may know is held by their own tests. Each
 * rule is made for a root package, so that it holds for the project and is seen to fail for the offenders.
 */
class ProjectArchitectureTest {

    private static final String PROJECT = "dev.carddelivery";
    private static final String OFFENDERS = ProjectArchitectureTest.class.getPackageName() + ".offenders";

    private static final JavaClasses CLASSES = project();

    private static ArchRule http(String root) {
        return knowsOnly(
                root + ".adapters.http..",
                "com.github.benmanes.caffeine.cache",
                "com.nimbusds.jose..",
                "com.nimbusds.jwt..",
                "io.javalin..",
                "jakarta.servlet..",
                "javax.crypto..",
                "kotlin..",
                "org.eclipse.jetty..",
                "org.slf4j",
                "tools.jackson..");
    }

    private static ArchRule jdbc(String root) {
        return knowsOnly(
                root + ".adapters.jdbc..",
                "com.zaxxer.hikari",
                "javax.sql",
                "org.flywaydb.core..",
                "org.jdbi.v3..",
                "org.postgresql..",
                "org.slf4j",
                "tools.jackson..");
    }

    private static ArchRule messaging(String root) {
        return knowsOnly(
                root + ".adapters.messaging..",
                "com.networknt..",
                "com.standardwebhooks..",
                "io.cloudevents..",
                "io.github.resilience4j..",
                "javax.net.ssl",
                "org.apache.kafka..",
                "org.slf4j",
                "tools.jackson..");
    }

    private static ArchRule bootstrap(String root) {
        return knowsOnly(
                root + ".bootstrap..",
                PROJECT + ".adapters..",
                "com.sun.security.auth.module",
                "io.cloudevents",
                "io.zonky.test.db.postgres..",
                "org.apache.commons.compress..",
                "org.slf4j",
                "org.tukaani.xz",
                "picocli",
                "tools.jackson..");
    }

    /** Only the domain, the application, vavr, the JDK and what is allowed by name: no other adapter, no program. */
    private static ArchRule knowsOnly(String module, String... allowed) {
        String[] everyone = {
            module, PROJECT + ".domain..", PROJECT + ".application..", "io.vavr..", "java..", "org.jspecify.annotations"
        };
        return classes()
                .that()
                .resideInAPackage(module)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Stream.of(everyone, allowed).flatMap(Stream::of).toArray(String[]::new));
    }

    private static ArchRule nobodyKnowsTheProgram(String root) {
        return noClasses()
                .that(resideInAPackage(root + "..").and(not(resideInAPackage(root + ".bootstrap.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PROJECT + ".bootstrap", PROJECT + ".bootstrap.demo");
    }

    private static ArchRule onlyTheWiringKnowsTheDemoPartners(String root) {
        return noClasses()
                .that(resideInAPackage(root + "..")
                        .and(not(resideInAPackage(PROJECT + ".bootstrap.demo")))
                        .and(not(simpleName("Instance")
                                .or(simpleName("PartnersInstance"))
                                .or(simpleName("EmbeddedTransport")))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PROJECT + ".bootstrap.demo..");
    }

    /** Messages and the words in them, their mailbox and what they were told, and tools for working step by step. */
    private static ArchRule theDemoPartnersKnowNothingButMessages(String root) {
        String demo = root + ".bootstrap.demo";
        return classes()
                .that()
                .resideInAPackage(demo)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                demo,
                                PROJECT + ".adapters.messaging.message",
                                PROJECT + ".adapters.http.demo",
                                PROJECT + ".domain.card",
                                PROJECT + ".domain.delivery",
                                "io.cloudevents",
                                "io.vavr..",
                                "java..",
                                "tools.jackson..")
                        .or(belongToAnyOf(JdbcMailbox.class, Mail.class, PendingMail.class, JdbcBehaviours.class))
                        .or(belongToAnyOf(
                                PartnerRequest.class,
                                StoreUnavailable.class,
                                Worker.class,
                                Turns.class,
                                SideBySide.class))
                        .or(belongToAnyOf(
                                OrderId.class,
                                PartnerReport.class,
                                IdentityReport.class,
                                BureauReport.class,
                                CourierReport.class,
                                ReturnReason.class)));
    }

    private static ArchRule logsAreNotWrittenByTheJdkLogger(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..");
    }

    private static ArchRule onlyTheCommandLinePrints(String root) {
        return noClasses()
                .that(resideInAPackage(root + "..")
                        .and(not(simpleName("CardDelivery").or(simpleName("Signals")))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
    }

    static Stream<Arguments> offences() {
        return Stream.of(
                offence(ProjectArchitectureTest::http, HttpOffenders.KnowsAnotherAdapter.class),
                offence(ProjectArchitectureTest::http, HttpOffenders.NeedsAnotherLibrary.class),
                offence(ProjectArchitectureTest::jdbc, JdbcOffenders.KnowsAnotherAdapter.class),
                offence(ProjectArchitectureTest::jdbc, JdbcOffenders.NeedsAnotherLibrary.class),
                offence(ProjectArchitectureTest::messaging, MessagingOffenders.KnowsAnotherAdapter.class),
                offence(ProjectArchitectureTest::messaging, MessagingOffenders.NeedsAnotherLibrary.class),
                offence(ProjectArchitectureTest::bootstrap, BootstrapOffenders.NeedsAnotherLibrary.class),
                offence(ProjectArchitectureTest::nobodyKnowsTheProgram, HttpOffenders.KnowsTheProgram.class),
                offence(
                        ProjectArchitectureTest::onlyTheWiringKnowsTheDemoPartners,
                        BootstrapOffenders.KnowsTheDemoPartners.class),
                offence(
                        ProjectArchitectureTest::theDemoPartnersKnowNothingButMessages,
                        DemoOffenders.ReadsSettings.class),
                offence(
                        ProjectArchitectureTest::theDemoPartnersKnowNothingButMessages,
                        DemoOffenders.LooksIntoOrders.class),
                offence(
                        ProjectArchitectureTest::theDemoPartnersKnowNothingButMessages,
                        DemoOffenders.ActsOnOrders.class),
                offence(
                        ProjectArchitectureTest::logsAreNotWrittenByTheJdkLogger,
                        BootstrapOffenders.UsesTheJdkLogger.class),
                offence(ProjectArchitectureTest::onlyTheCommandLinePrints, BootstrapOffenders.Prints.class),
                offence(ProjectArchitectureTest::onlyTheCommandLinePrints, BootstrapOffenders.Complains.class));
    }

    private static Arguments offence(Function<String, ArchRule> rule, Class<?> offender) {
        return Arguments.of(rule.apply(PROJECT), rule.apply(OFFENDERS), offender);
    }

    @ParameterizedTest(name = "{2}: {0}")
    @MethodSource("offences")
    void theProjectKeepsTheRuleAndTheOffenderDoesNot(ArchRule rule, ArchRule sameAmongOffenders, Class<?> offender) {
        rule.check(CLASSES);
        assertThat(sameAmongOffenders
                        .evaluate(new ClassFileImporter().importClasses(offender))
                        .hasViolation())
                .isTrue();
    }

    private static JavaClasses project() {
        JavaClasses project = new ClassFileImporter()
                .withImportOption(ProjectArchitectureTest::isShipped)
                .importPackages(PROJECT);
        assertThat(Stream.of(
                        Order.class,
                        OrderHandler.class,
                        HttpServer.class,
                        Database.class,
                        MessageCodec.class,
                        Main.class))
                .allMatch(project::contain);
        assertThat(project.contain(HttpOffenders.class)).isFalse();
        return project;
    }

    /** The modules' tests are folders, or jars once they are packaged. */
    private static boolean isShipped(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
}

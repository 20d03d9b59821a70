package dev.carddelivery.application.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.carddelivery.application.order.OrderHandler;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the application may know: the language, its threads and dates, vavr, and the domain. */
class ApplicationArchitectureTest {

    private static final String APPLICATION = "dev.carddelivery.application";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(APPLICATION);

    private static final ArchRule KNOWS_THE_DOMAIN_THE_LANGUAGE_AND_VAVR_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    APPLICATION + "..",
                    "dev.carddelivery.domain..",
                    "io.vavr..",
                    "java.lang",
                    "java.lang.runtime",
                    "java.nio.charset",
                    "java.time",
                    "java.time.temporal",
                    "java.util",
                    "java.util.concurrent..",
                    "java.util.function",
                    "java.util.stream");

    private static final ArchRule IS_TOLD_THE_TIME_AND_ALL_NAMES = noClasses()
            .should()
            .accessTargetWhere(
                    describe("answers differently each time", ApplicationArchitectureTest::answersDifferently));

    private static final ArchRule KNOWS_NO_ADAPTER = noClasses()
            .that()
            .resideOutsideOfPackage(APPLICATION + ".memory")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(APPLICATION + ".memory");

    static Stream<Arguments> offences() {
        return Stream.of(
                Arguments.of(KNOWS_THE_DOMAIN_THE_LANGUAGE_AND_VAVR_ONLY, Offenders.NeedsALibrary.class),
                Arguments.of(KNOWS_THE_DOMAIN_THE_LANGUAGE_AND_VAVR_ONLY, Offenders.KnowsTheNetwork.class),
                Arguments.of(IS_TOLD_THE_TIME_AND_ALL_NAMES, Offenders.LooksAtTheClock.class),
                Arguments.of(IS_TOLD_THE_TIME_AND_ALL_NAMES, Offenders.BringsItsOwnClock.class),
                Arguments.of(IS_TOLD_THE_TIME_AND_ALL_NAMES, Offenders.ReadsTheSystemsTime.class),
                Arguments.of(IS_TOLD_THE_TIME_AND_ALL_NAMES, Offenders.MakesUpNames.class),
                Arguments.of(IS_TOLD_THE_TIME_AND_ALL_NAMES, Offenders.Sleeps.class),
                Arguments.of(KNOWS_NO_ADAPTER, Offenders.KnowsAnAdapter.class));
    }

    @ParameterizedTest
    @MethodSource("offences")
    void theApplicationKeepsTheRuleAndTheOffenderDoesNot(ArchRule rule, Class<?> offender) {
        rule.check(CLASSES);
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(offender))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void whatIsCheckedIsTheApplicationAndNotItsTests() {
        assertThat(CLASSES.contain(OrderHandler.class)).isTrue();
        assertThat(CLASSES.contain(Offenders.class)).isFalse();
    }

    private static boolean answersDifferently(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getPackageName();
        String name = access.getTarget().getName();
        return (owner.equals("java.time") && (name.equals("now") || name.startsWith("system")))
                || name.equals("currentTimeMillis")
                || name.equals("randomUUID")
                || name.equals("random")
                || name.equals("sleep");
    }
}

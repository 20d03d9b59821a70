package dev.carddelivery.domain.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.carddelivery.domain.architecture.offenders.Offenders;
import dev.carddelivery.domain.architecture.offenders.chicken.Chicken;
import dev.carddelivery.domain.architecture.offenders.egg.Egg;
import dev.carddelivery.domain.order.Order;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the domain may know: the language, its dates and texts, vavr, and nothing that happens outside. */
class DomainArchitectureTest {

    private static final String ROOT = "dev.carddelivery.domain";

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final ArchRule KNOWS_THE_LANGUAGE_AND_VAVR_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "..",
                    "io.vavr..",
                    "java.lang",
                    "java.lang.runtime",
                    "java.time",
                    "java.time.temporal",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream");

    private static final ArchRule HAS_NO_CLOCK_NO_DICE_NO_THREADS = noClasses()
            .should()
            .dependOnClassesThat(belongToAnyOf(
                    Clock.class,
                    InstantSource.class,
                    Random.class,
                    RandomGenerator.class,
                    Runtime.class,
                    System.class,
                    Thread.class,
                    ThreadLocal.class));

    private static final ArchRule ASKS_NEITHER_TIME_NOR_CHANCE = noClasses()
            .should()
            .accessTargetWhere(describe("answers differently each time", DomainArchitectureTest::answersDifferently));

    static Stream<Arguments> offences() {
        return Stream.of(
                Arguments.of(KNOWS_THE_LANGUAGE_AND_VAVR_ONLY, Offenders.NeedsALibrary.class),
                Arguments.of(KNOWS_THE_LANGUAGE_AND_VAVR_ONLY, Offenders.KnowsFiles.class),
                Arguments.of(HAS_NO_CLOCK_NO_DICE_NO_THREADS, Offenders.HasAClock.class),
                Arguments.of(HAS_NO_CLOCK_NO_DICE_NO_THREADS, Offenders.HasDice.class),
                Arguments.of(HAS_NO_CLOCK_NO_DICE_NO_THREADS, Offenders.ReadsTheSystem.class),
                Arguments.of(HAS_NO_CLOCK_NO_DICE_NO_THREADS, Offenders.StartsAThread.class),
                Arguments.of(ASKS_NEITHER_TIME_NOR_CHANCE, Offenders.LooksAtTheTime.class),
                Arguments.of(ASKS_NEITHER_TIME_NOR_CHANCE, Offenders.LooksAtTheCalendar.class),
                Arguments.of(ASKS_NEITHER_TIME_NOR_CHANCE, Offenders.MakesUpNames.class),
                Arguments.of(ASKS_NEITHER_TIME_NOR_CHANCE, Offenders.ThrowsDice.class));
    }

    @Test
    void theRulesLookAtTheDomainAndNotAtItsTests() {
        assertThat(DOMAIN.contain(Order.class)).isTrue();
        assertThat(DOMAIN.contain(Offenders.class)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("offences")
    void theDomainKeepsTheRuleAndTheOffenderDoesNot(ArchRule rule, Class<?> offender) {
        rule.check(DOMAIN);
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(offender))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void itsPackagesStandAboveEachOtherAndNotInACircle() {
        withoutCircles(ROOT).check(DOMAIN);
        JavaClasses circle = new ClassFileImporter().importClasses(Chicken.class, Egg.class);
        assertThat(withoutCircles(Offenders.class.getPackageName())
                        .evaluate(circle)
                        .hasViolation())
                .isTrue();
    }

    private static ArchRule withoutCircles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static boolean answersDifferently(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getPackageName();
        String name = access.getTarget().getName();
        return (owner.equals("java.time") && name.equals("now")) || name.equals("randomUUID") || name.equals("random");
    }
}

package dev.carddelivery.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.order.Status;
import dev.carddelivery.domain.testing.LifecycleTable;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/order-lifecycle.md against the table that the domain's own tests hold against the decider. */
final class OrderLifecycleDocTest {

    private static final Pattern ARROW = Pattern.compile("^ +(\\w+) --> (\\w+): ", Pattern.MULTILINE);
    private static final Pattern TO_END = Pattern.compile("^ +(\\w+) --> \\[\\*]$", Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);

    private final String page = Checkout.read(Checkout.ROOT.resolve("docs/order-lifecycle.md"));

    @Test
    void theDiagramHasExactlyTheTransitionsOfTheCode() {
        Set<String> drawn = ARROW.matcher(page)
                .results()
                .map(arrow -> arrow.group(1) + " --> " + arrow.group(2))
                .collect(Collectors.toSet());
        Set<String> real = LifecycleTable.transitions()
                .map(transition -> name(transition.from()) + " --> " + name(transition.to()))
                .toJavaSet();
        assertThat(drawn).isEqualTo(real);
    }

    @Test
    void theDiagramEndsExactlyWhereTheCodeEnds() {
        assertThat(names(TO_END))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Status.values())
                        .filter(Status::isFinal)
                        .map(OrderLifecycleDocTest::name)
                        .toList());
    }

    @Test
    void theTableExplainsEveryStatus() {
        assertThat(names(ROW))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Status.values())
                        .map(OrderLifecycleDocTest::name)
                        .toList());
    }

    private Set<String> names(Pattern pattern) {
        Matcher matcher = pattern.matcher(page);
        return matcher.results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static String name(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}

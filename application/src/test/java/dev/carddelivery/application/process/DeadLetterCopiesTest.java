package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.application.report.DeadLetter;
import dev.carddelivery.application.report.DeadLetter.Reason;
import dev.carddelivery.application.report.PlainReports;
import dev.carddelivery.application.report.TestIntake;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterCopiesTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TestIntake test = new TestIntake();
    private final List<DeadLetter> received = new ArrayList<>();
    private boolean isAway;
    private final DeadLetterCopies copies = new DeadLetterCopies(test.deadLetters(), this::receive, PAUSE);

    @Test
    void eachLetterIsCopiedOnce() {
        lay("nonsense");
        assertThat(copies.run()).isEqualTo(PAUSE);
        lay("other nonsense");
        copies.run();
        copies.run();

        assertThat(received.stream().map(DeadLetter::detail)).hasSize(2);
        assertThat(received).containsExactlyElementsOf(test.openLetters());
    }

    @Test
    void aBacklogIsCopiedWithoutARest() {
        Vector.range(0, DeadLetterCopies.AT_ONCE + 1).forEach(i -> lay("nonsense " + i));

        assertThat(copies.run()).isEqualTo(Duration.ZERO);
        assertThat(copies.run()).isEqualTo(PAUSE);

        assertThat(received).hasSize(DeadLetterCopies.AT_ONCE + 1).doesNotHaveDuplicates();
    }

    @Test
    void whatTheReceiverDidNotTakeIsCopiedLater() {
        lay("nonsense");
        isAway = true;
        assertThatThrownBy(copies::run).isInstanceOf(StoreUnavailable.class);
        isAway = false;

        copies.run();

        assertThat(received.stream().map(DeadLetter::reason)).containsExactly(Reason.MALFORMED);
    }

    private void lay(String text) {
        test.intake().accept(PlainReports.text(text));
    }

    private void receive(Seq<DeadLetter> letters) {
        if (isAway) {
            throw new StoreUnavailable("The broker is away");
        }
        received.addAll(letters.asJava());
    }
}

package dev.carddelivery.adapters.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.http.answer.Header;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void keepsEachOfItsHeaders() {
        Problem problem = Problem.unavailable().with("Idempotent-Replayed", "true");
        assertThat(ProblemView.reply(problem, Option.none(), Texts.preferredBy("en"))
                        .headers())
                .contains(new Header("Retry-After", "2"), new Header("Idempotent-Replayed", "true"));
    }
}

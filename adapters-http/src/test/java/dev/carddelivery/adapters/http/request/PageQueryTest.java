package dev.carddelivery.adapters.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.carddelivery.adapters.http.problem.ProblemException;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class PageQueryTest {

    private static final PageQuery.Search<String> BROKEN = (cursor, limit) -> {
        throw new IllegalArgumentException("No such status");
    };

    @Test
    void aCursorThatTheSearchCannotReadWasMadeUp() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new PageQuery(Option.some("x"), 10).in(BROKEN))
                .satisfies(e -> assertThat(e.problem().detail()).isEqualTo("bad-request.cursor"));
    }

    @Test
    void whoSentNoCursorIsNotToBlame() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PageQuery(Option.none(), 10).in(BROKEN));
    }
}

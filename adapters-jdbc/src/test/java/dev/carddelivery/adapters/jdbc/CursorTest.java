package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:15:30.123456Z");

    @Test
    void aCursorComesBackAsItWentOut() {
        for (String id : new String[] {"anna", "анна", "a|b|c", "", "019aa0c0-7c1e-7d3a-9a53-6f0b7a1c2d3e"}) {
            assertThat(Cursor.parse(new Cursor(AT, id).encode())).isEqualTo(new Cursor(AT, id));
        }
    }

    @Test
    void aCursorFitsIntoAUrl() {
        assertThat(new Cursor(AT, "анна ?&=+/").encode()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-22T10:15:30Z",
                "2026-11-22T10:15:30Z anna",
                "yesterday|anna",
                "-2026-11-22T10:15:30Z|anna",
                "+12026-11-22T10:15:30Z|anna",
                "2026-11-22T10:15:30Z|a\0b"
            })
    void whatTheDatabaseCouldNotCompareWithIsRefused(String key) {
        String encoded = Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Cursor.parse(encoded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The cursor is none that this list has returned");
    }

    @Property(tries = 200)
    void anyTextIsACursorOrRefused(@ForAll @NotBlank String text) {
        try {
            assertThat(Cursor.parse(text).at()).isAfter(Instant.EPOCH);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessage("The cursor is none that this list has returned");
        }
    }

    @Test
    void anIdThatIsNoUuidIsRefused() {
        assertThatThrownBy(() -> new Cursor(AT, "anna").uuid())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The cursor is none that this list has returned");
    }
}

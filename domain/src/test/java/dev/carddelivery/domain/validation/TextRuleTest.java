package dev.carddelivery.domain.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What no value object needs, and those outside may. */
class TextRuleTest {

    @Test
    void noTextIsALineWhereTheRuleSaysSo() {
        assertThat(TextRule.line(0, 3).allows("")).isTrue();
        assertThat(TextRule.line(0, 3).allows(" ")).isFalse();
        assertThat(TextRule.line(1, 3).allows("")).isFalse();
    }
}

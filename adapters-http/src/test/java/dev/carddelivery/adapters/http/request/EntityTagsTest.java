package dev.carddelivery.adapters.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    private static EntityTags tags(String header) {
        return EntityTags.parse(header).get();
    }

    @Test
    void weakComparisonLooksAtTheOpaquePartOnly() {
        assertThat(tags("\"3\"").weaklyMatch(3)).isTrue();
        assertThat(tags("W/\"3\"").weaklyMatch(3)).isTrue();
        assertThat(tags("\"1\", W/\"3\"").weaklyMatch(3)).isTrue();
        assertThat(tags("\"33\"").weaklyMatch(3)).isFalse();
        assertThat(tags("*").weaklyMatch(3)).isTrue();
    }

    @Test
    void strongComparisonKnowsNoWeakTags() {
        assertThat(tags("\"3\"").stronglyMatch(3)).isTrue();
        assertThat(tags("W/\"3\"").stronglyMatch(3)).isFalse();
        assertThat(tags("W/\"3\", \"3\"").stronglyMatch(3)).isTrue();
        assertThat(tags("\"4\", \"03\", \"x\", \"\", \"99999999999\"").stronglyMatch(3))
                .isFalse();
        assertThat(tags("*").stronglyMatch(3)).isTrue();
    }

    @Test
    void commasMayStandInTagsAndBesideEachOther() {
        assertThat(tags("\"a,b\"").tags()).hasSize(1);
        assertThat(tags(" ,, \"1\" ,\t, \"2\",").tags()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "3", "\"3", "3\"", "w/\"3\"", "\"1\" \"2\"", "\"1\"x", "*, \"1\"", "\"a b\""})
    void whatIsNoList(String header) {
        assertThat(EntityTags.parse(header)).isEmpty();
    }

    @Test
    void aListThatIsMostlyCommas() {
        String commas = ", ".repeat(8_000);
        assertThat(EntityTags.parse(commas + "\"1\"" + commas).get().weaklyMatch(1))
                .isTrue();
        assertThat(EntityTags.parse(commas)).isEmpty();
    }
}

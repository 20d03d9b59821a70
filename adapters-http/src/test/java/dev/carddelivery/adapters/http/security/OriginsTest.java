package dev.carddelivery.adapters.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

    private static final Origins UNPUBLISHED = new Origins(Option.none());

    @ParameterizedTest
    @CsvSource({
        "https://cards.example.org,      cards.example.org,      true",
        "https://cards.example.org,      Cards.Example.org:443,  true",
        "https://cards.example.org:443,  cards.example.org,      true",
        "http://cards.example.org,       cards.example.org:80,   true",
        "http://127.0.0.1:8080,          127.0.0.1:8080,         true",
        "http://[::1]:8080,              [::1]:8080,             true",
        "https://cards.example.org,      cards.example.org:80,   false",
        "https://cards.example.org:8443, cards.example.org,      false",
        "https://evil.example,           cards.example.org,      false",
        "https://cards.example.org.evil, cards.example.org,      false",
        "https://evil/cards.example.org, cards.example.org,      false",
        "file://cards.example.org,       cards.example.org,      false",
        "null,                           cards.example.org,      false"
    })
    void thePagesOfTheHostThatWasAsked(String origin, String host, boolean ours) {
        assertThat(UNPUBLISHED.include(origin, Option.some(host))).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "https://cards.example.org,       true",
        "https://CARDS.example.org:443,   true",
        "http://cards.example.org,        false",
        "https://cards.example.org:8443,  false",
        "https://evil.example,            false",
        "http://inside:8080,              true"
    })
    void alsoThePagesOfTheOriginThatIsPublished(String origin, boolean ours) {
        Origins published = new Origins(Option.some("https://cards.example.org"));
        assertThat(published.include(origin, Option.some("inside:8080"))).isEqualTo(ours);
    }

    @Test
    void noPagesWhereNoHostIsNamed() {
        assertThat(UNPUBLISHED.include("https://cards.example.org", Option.none()))
                .isFalse();
    }
}

package dev.carddelivery.domain.order;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTermsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0000009S"})
    void aDayLastsSomeTime(Duration none) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceTerms(none));
    }
}

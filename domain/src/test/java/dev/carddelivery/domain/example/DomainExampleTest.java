package dev.carddelivery.domain.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.domain.order.Order;
import org.junit.jupiter.api.Test;

class DomainExampleTest {

    @Test
    void whatTheDocumentationShowsWorks() {
        assertThat(DomainExample.placeAnOrder()).isInstanceOf(Order.Approved.class);
    }
}

package dev.carddelivery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import dev.carddelivery.domain.delivery.Address;
import dev.carddelivery.domain.delivery.Shipment;
import dev.carddelivery.domain.order.EditableContent;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.testing.CardDeliveryDomain;
import dev.carddelivery.domain.testing.Timeline;
import io.vavr.control.Try;
import io.vavr.control.Validation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds of every value object. */
@Domain(CardDeliveryDomain.class)
@Domain(DomainContext.Global.class)
class ValueObjectProperties {

    @Property(tries = 500)
    void aTextThatWasTakenComesBackAsItIs(@ForAll("taken") Tuple2<TextValue, String> taken) {
        assertThatObject(taken.get1().parse(taken.get2())).isEqualTo(Validation.valid(taken.get2()));
        assertThat(taken.get1().construct(taken.get2())).isEqualTo(taken.get2());
    }

    @Property(tries = 500)
    void theConstructorThrowsWhereTheFactoryRefuses(@ForAll TextValue value, @ForAll String text) {
        assertThat(Try.of(() -> value.construct(text)).isSuccess())
                .isEqualTo(value.parse(text).isValid());
    }

    @Property(tries = 100)
    void anAddressIsBuiltAgainFromItsParts(@ForAll Address a) {
        assertThatObject(Address.of(
                        a.country(), a.postalCode(), a.region(), a.city(), a.street(), a.house(), a.apartment()))
                .isEqualTo(Validation.valid(a));
    }

    @Property(tries = 100)
    void generatedContentCanBeOrderedToday(@ForAll OrderContent content) {
        assertThat(content.violationsOn(Timeline.TODAY)).isEmpty();
    }

    @Property(tries = 100)
    void whatIsEditableIsReplacedAndNothingElse(@ForAll OrderContent content, @ForAll EditableContent edit) {
        assertThat(content.with(edit).editable()).isEqualTo(edit);
        assertThat(content.with(edit).with(content.editable())).isEqualTo(content);
    }

    @Property(tries = 500)
    void ofTwoSightingsAtMostOneIsTheEarlier(@ForAll Shipment one, @ForAll Shipment other) {
        assertThat(one.isBefore(other) && other.isBefore(one)).isFalse();
        assertThat(one.isBefore(one)).isFalse();
    }

    @Provide
    Arbitrary<Tuple2<TextValue, String>> taken() {
        return Arbitraries.of(TextValue.class).flatMap(value -> value.texts().map(text -> Tuple.of(value, text)));
    }
}

package dev.carddelivery.domain.testing;

import static dev.carddelivery.domain.testing.Texts.optional;

import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.card.CardType;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.BureauReport;
import dev.carddelivery.domain.order.CancelReason;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.EditableContent;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.Provenance;
import dev.carddelivery.domain.order.ReturnReason;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What orders are made of, and orders themselves at any stage. */
public final class OrderArbitraries {

    private static final LocalDate OLDEST_BIRTH_DATE = LocalDate.of(1905, 11, 23);

    private static final int LONGEST_JOURNEY = 24;

    private OrderArbitraries() {}

    public static Arbitrary<OrderId> orderIds() {
        return uuids().map(OrderId::new);
    }

    /** Names with and without a fingerprint of what is asked. */
    public static Arbitrary<CommandId> commandIds() {
        return Combinators.combine(uuids(), Texts.of(0, 64, "0123456789abcdef")).as(CommandId::new);
    }

    public static Arbitrary<Actor> actors() {
        return Combinators.combine(Arbitraries.of(Actor.Role.class), PersonArbitraries.userIds())
                .as((role, id) -> new Actor(role, id.value()));
    }

    /** Origins of commands; what happened may be reported late, or ahead of our clock. */
    public static Arbitrary<Provenance> provenances() {
        return Combinators.combine(
                        commandIds(), actors(), DeliveryArbitraries.instants(), DeliveryArbitraries.instants())
                .as(Provenance::new);
    }

    /** Content that can be ordered on {@link Timeline#TODAY}. */
    public static Arbitrary<OrderContent> orderContents() {
        return CardArbitraries.cardSpecs()
                .flatMap(card -> PersonArbitraries.cardholders(
                                OLDEST_BIRTH_DATE, Timeline.TODAY.minusYears(youngest(card)))
                        .flatMap(holder -> Combinators.combine(
                                        PersonArbitraries.legalInfos(holder.birthDate(), Timeline.TODAY),
                                        DeliveryArbitraries.deliveryPlans())
                                .as((legal, delivery) -> new OrderContent(card, holder, legal, delivery))));
    }

    public static Arbitrary<EditableContent> editableContents() {
        return Combinators.combine(
                        CardArbitraries.embossingNames(),
                        CardArbitraries.cardDesigns(),
                        PersonArbitraries.contacts(),
                        DeliveryArbitraries.deliveryPlans())
                .as(EditableContent::new);
    }

    public static Arbitrary<Material> materials() {
        Arbitrary<Material.Parcel> parcels = Combinators.combine(
                        DeliveryArbitraries.trackingNumbers(),
                        DeliveryArbitraries.failedAttempts(),
                        optional(DeliveryArbitraries.timeWindows()))
                .as(Material.Parcel::new);
        Arbitrary<Material.Reasons> reasons = Combinators.combine(
                        Arbitraries.of(CancelReason.class),
                        Arbitraries.of(IdentityReport.Reason.class),
                        Arbitraries.of(BureauReport.Reason.class),
                        Arbitraries.of(ReturnReason.class))
                .as(Material.Reasons::new);
        return Combinators.combine(
                        orderIds(),
                        PersonArbitraries.userIds(),
                        orderContents(),
                        editableContents(),
                        CardArbitraries.plastics(),
                        parcels,
                        reasons)
                .as(Material::new);
    }

    public static Arbitrary<Move> moves() {
        return Arbitraries.of(Move.class);
    }

    /** Whole lives: half of the moves take the order on, so that every stage is reached, the others are any. */
    public static Arbitrary<Journey> journeys() {
        Arbitrary<Change> changes = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(Journey::goOn)),
                Tuple.of(1, moves().map(move -> life -> life.make(move))));
        return Combinators.combine(materials(), changes.list().ofMaxSize(LONGEST_JOURNEY))
                .as((material, list) -> {
                    Journey life = Journey.of(material);
                    for (Change change : list) {
                        life = change.to(life);
                    }
                    return life;
                });
    }

    /** Orders as journeys leave them. */
    public static Arbitrary<Order> orders() {
        return journeys().map(Journey::order);
    }

    /** One more step of a journey. */
    private interface Change {
        Journey to(Journey life);
    }

    private static Arbitrary<UUID> uuids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    private static int youngest(CardSpec card) {
        return card.type() == CardType.CREDIT ? OrderContent.CREDIT_AGE : OrderContent.DEBIT_AGE;
    }
}

package dev.carddelivery.domain.example;

import static dev.carddelivery.domain.card.CardCurrency.RUB;
import static dev.carddelivery.domain.card.CardType.DEBIT;
import static dev.carddelivery.domain.card.PaymentSystem.MIR;
import static dev.carddelivery.domain.delivery.DeliveryMethod.COURIER;
import static dev.carddelivery.domain.person.IdentityDocument.Type.PASSPORT;

import dev.carddelivery.domain.card.CardDesign;
import dev.carddelivery.domain.card.CardSpec;
import dev.carddelivery.domain.card.EmbossingName;
import dev.carddelivery.domain.delivery.Address;
import dev.carddelivery.domain.delivery.DeliveryPlan;
import dev.carddelivery.domain.order.Actor;
import dev.carddelivery.domain.order.CommandId;
import dev.carddelivery.domain.order.IdentityReport;
import dev.carddelivery.domain.order.Order;
import dev.carddelivery.domain.order.OrderCommand;
import dev.carddelivery.domain.order.OrderContent;
import dev.carddelivery.domain.order.OrderDecider;
import dev.carddelivery.domain.order.OrderEvent;
import dev.carddelivery.domain.order.OrderEvolver;
import dev.carddelivery.domain.order.OrderId;
import dev.carddelivery.domain.order.OrderRejection;
import dev.carddelivery.domain.order.Provenance;
import dev.carddelivery.domain.order.Purpose;
import dev.carddelivery.domain.order.ServiceTerms;
import dev.carddelivery.domain.person.Cardholder;
import dev.carddelivery.domain.person.Contact;
import dev.carddelivery.domain.person.Country;
import dev.carddelivery.domain.person.DocumentNumber;
import dev.carddelivery.domain.person.IdentityDocument;
import dev.carddelivery.domain.person.IssuingAuthority;
import dev.carddelivery.domain.person.LegalInfo;
import dev.carddelivery.domain.person.PersonName;
import dev.carddelivery.domain.person.PhoneNumber;
import dev.carddelivery.domain.person.UserId;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The domain alone on a class path; the documentation shows the part between the marks. */
final class DomainExample {

    private DomainExample() {}

    /** Orders a card, hears that the customer is known, and returns the order as it is then. */
    static Order placeAnOrder() {
        // snippet: domain
        var name = new EmbossingName("IVAN PETROV");
        var card = new CardSpec(DEBIT, MIR, name, RUB, CardDesign.CLASSIC);
        var contact = new Contact(new PhoneNumber("+79161234567"), Option.none());
        var birthDate = LocalDate.of(1990, 4, 12);
        var holder =
                new Cardholder(new PersonName("Иван"), new PersonName("Петров"), Option.none(), birthDate, contact);
        var number = new DocumentNumber("4510123456");
        var office = new IssuingAuthority("ОВД Тверской");
        var passport = new IdentityDocument(PASSPORT, number, LocalDate.of(2010, 5, 20), office);
        var legal = new LegalInfo(Country.RU, passport, LegalInfo.REQUIRED);
        var address = new Address(Country.RU, "125009", Option.none(), "Москва", "Тверская", "7", Option.none());
        var delivery = new DeliveryPlan(COURIER, address, Option.none(), Option.none());
        var content = new OrderContent(card, holder, legal, delivery);

        var now = Instant.now();
        var ivan = new Provenance(new CommandId(UUID.randomUUID()), new Actor(Actor.Role.CUSTOMER, "ivan"), now, now);
        var id = new OrderId(UUID.randomUUID());
        var decider = new OrderDecider(ServiceTerms.REAL);
        var place = new OrderCommand.Place(ivan, id, new UserId("ivan"), Purpose.FIRST, content);
        Either<OrderRejection, List<OrderEvent>> placed = decider.decide(Order.UNPLACED, place);
        Order order = OrderEvolver.replay(placed.get());

        var bank = new Provenance(new CommandId(UUID.randomUUID()), new Actor(Actor.Role.IDENTITY, "bank"), now, now);
        var known = decider.decide(order, new OrderCommand.ReportIdentity(bank, new IdentityReport.Passed()));
        return known.get().foldLeft(order, OrderEvolver::evolve); // approved
        // end
    }
}

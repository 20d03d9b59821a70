package dev.carddelivery.adapters.messaging.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.adapters.messaging.message.StructuredFormat;
import dev.carddelivery.application.OrderStory;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.memory.InMemoryWebhookDeliveries;
import dev.carddelivery.application.memory.InMemoryWebhookSubscribers;
import dev.carddelivery.application.message.OutgoingMessage;
import dev.carddelivery.application.message.PartnerRequest;
import dev.carddelivery.application.message.PartnerRequest.Kind;
import dev.carddelivery.application.port.MessagePublisher;
import dev.carddelivery.application.port.MessagePublisherContract;
import dev.carddelivery.application.webhook.MessageTypes;
import dev.carddelivery.application.webhook.Subscriber;
import dev.carddelivery.application.webhook.Subscriber.DisabledReason;
import dev.carddelivery.application.webhook.WebhookAttempt;
import dev.carddelivery.application.webhook.WebhookAttempt.Answered;
import dev.carddelivery.application.webhook.WebhookDelivery;
import dev.carddelivery.application.webhook.WebhookDelivery.Next;
import dev.carddelivery.application.webhook.WebhookMessage;
import io.cloudevents.CloudEvent;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WebhookPublisherTest extends MessagePublisherContract {

    private static final String NEWS = "dev.carddelivery.order.placed.v1";
    private static final String REQUEST = "dev.carddelivery.identity.check.v1";

    private final InMemoryWebhookSubscribers subscribers = new InMemoryWebhookSubscribers();
    private final InMemoryWebhookDeliveries deliveries = new InMemoryWebhookDeliveries();
    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final Subscriber everything = WebhookSamples.subscriber();
    private final OrderStory story = OrderStory.placed();
    private final OutgoingMessage news =
            new OutgoingMessage.OrderNews(story.history().events().head(), story.latest());
    private final OutgoingMessage request = new OutgoingMessage.Request(
            new PartnerRequest(story.id(), 1, Kind.IDENTITY_CHECK),
            story.history().events().head(),
            story.latest());

    @Override
    protected MessagePublisher nothingPublished() {
        subscribers.add(everything);
        return WebhookPublisher.ofNews(subscribers, deliveries, clock);
    }

    /** A delivery names its request by its id, which follows from what is asked. */
    @Override
    protected Seq<PartnerRequest> handedOver() {
        return deliveries.due(everything.id(), clock.instant(), 1_000).map(delivery -> named(delivery.message()));
    }

    private static PartnerRequest named(WebhookMessage message) {
        return List.range(1, 10)
                .flatMap(version ->
                        List.of(Kind.values()).map(kind -> new PartnerRequest(message.orderId(), version, kind)))
                .find(request -> request.id().equals(message.id()))
                .get();
    }

    @Test
    void everybodyGetsTheTypesTheyWant() {
        Subscriber newsOnly = subscribed(HashSet.of(NEWS));
        Subscriber requestsOnly = subscribed(HashSet.of(REQUEST, "dev.carddelivery.card.block.v1"));

        publish(news, request);

        assertThat(typesFor(everything)).containsExactly(NEWS, REQUEST);
        assertThat(typesFor(newsOnly)).containsExactly(NEWS);
        assertThat(typesFor(requestsOnly)).containsExactly(REQUEST);
    }

    @Test
    void aBodyIsTheMessageAsAStructuredCloudEvent() {
        publish(request);

        WebhookMessage sent =
                deliveries.due(everything.id(), clock.instant(), 1).head().message();
        CloudEvent event = new StructuredFormat().deserialize(sent.body().toArray());
        assertThat(event.getId()).isEqualTo(request.id().toString());
        assertThat(event.getType()).isEqualTo(sent.type()).isEqualTo(REQUEST);
        assertThat(event.getSubject()).isEqualTo(story.id().value().toString());
        assertThat(sent.orderId()).isEqualTo(story.id());
        assertThat(sent.id()).isEqualTo(request.id());
    }

    @Test
    void whoIsDisabledIsToldNothing() {
        subscribers.change(everything.id(), each -> each.disabledBecause(Option.some(DisabledReason.BY_OPERATOR)));

        publish(news);

        assertThat(typesFor(everything)).isEmpty();
    }

    @Test
    void aDeliveryIsNamedByTheMessageAndWhoItIsFor() {
        Subscriber other = subscribed(HashSet.of(MessageTypes.EVERY));
        publish(news);
        clock.pass(Duration.ofHours(1));
        publish(news);

        assertThat(Vector.of(everything, other).flatMap(this::dueFor).map(WebhookDelivery::id))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aReminderIsSentAgainEvenToWhomItHasReachedBefore() {
        publish(request);
        WebhookDelivery delivery = dueFor(everything).head();
        deliveries.attempted(
                delivery.id(), new WebhookAttempt(clock.instant(), Duration.ZERO, new Answered(204)), Next.DELIVERED);
        clock.pass(Duration.ofHours(1));

        publish(request);
        assertThat(dueFor(everything)).isEmpty();
        WebhookPublisher.ofReminders(subscribers, deliveries, clock).publish(List.of(request));

        assertThat(dueFor(everything)).extracting(WebhookDelivery::id).containsExactly(delivery.id());
    }

    private void publish(OutgoingMessage... messages) {
        WebhookPublisher.ofNews(subscribers, deliveries, clock).publish(List.of(messages));
    }

    private Subscriber subscribed(HashSet<String> types) {
        Subscriber subscriber = WebhookSamples.subscriber().interestedIn(new MessageTypes(types));
        subscribers.add(subscriber);
        return subscriber;
    }

    private Seq<WebhookDelivery> dueFor(Subscriber subscriber) {
        return deliveries.due(subscriber.id(), clock.instant(), 100);
    }

    private Seq<String> typesFor(Subscriber subscriber) {
        return dueFor(subscriber).map(delivery -> delivery.message().type());
    }
}

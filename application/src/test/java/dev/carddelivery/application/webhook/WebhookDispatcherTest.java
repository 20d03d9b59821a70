package dev.carddelivery.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carddelivery.application.CapturedLog;
import dev.carddelivery.application.Samples;
import dev.carddelivery.application.VirtualClock;
import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.memory.InMemoryWebhookDeliveries;
import dev.carddelivery.application.memory.InMemoryWebhookSubscribers;
import dev.carddelivery.application.port.StoreUnavailable;
import dev.carddelivery.application.port.WebhookSender;
import dev.carddelivery.application.port.WebhookSubscribers;
import dev.carddelivery.application.webhook.Subscriber.DisabledReason;
import dev.carddelivery.application.webhook.WebhookAttempt.Answered;
import dev.carddelivery.application.webhook.WebhookAttempt.Fault;
import dev.carddelivery.application.webhook.WebhookAttempt.Result;
import dev.carddelivery.application.webhook.WebhookAttempt.Unanswered;
import dev.carddelivery.application.webhook.WebhookDelivery.State;
import dev.carddelivery.domain.order.OrderId;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookDispatcherTest {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final InMemoryWebhookSubscribers subscribers = new InMemoryWebhookSubscribers();
    private final InMemoryWebhookDeliveries deliveries = new InMemoryWebhookDeliveries();
    private final VirtualClock clock = new VirtualClock(Samples.MORNING);
    private final Endpoints endpoints = new Endpoints();
    private final WebhookDispatcher dispatcher =
            new WebhookDispatcher(subscribers, deliveries, endpoints, RetrySchedule.STANDARD, clock, PAUSE);

    /** The subscribers' servers, each of which answers as it was told, 204 otherwise. */
    private static final class Endpoints implements WebhookSender {

        private final Map<String, Result> answers = new ConcurrentHashMap<>();
        private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
        private final Queue<WebhookDelivery> sent = new ConcurrentLinkedQueue<>();

        @Override
        public Result send(String url, Seq<WebhookSecret> secrets, WebhookDelivery delivery, Instant now) {
            sent.add(delivery);
            CountDownLatch latch = held.get(url);
            try {
                if (latch != null && !latch.await(30, TimeUnit.SECONDS)) {
                    throw new AssertionError("Nobody let it go on");
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return answers.getOrDefault(url, new Answered(204));
        }

        Vector<WebhookDelivery> sentTo(Subscriber subscriber) {
            return Vector.ofAll(sent).filter(each -> each.subscriber().equals(subscriber.id()));
        }
    }

    @Test
    void whatIsDueIsSentOnceAndIsDelivered() {
        Subscriber anna = subscribed("a");
        WebhookDelivery delivery = due(anna);

        run();
        run();

        assertThat(endpoints.sent).containsExactly(delivery);
        assertThat(state(delivery)).isEqualTo(State.DELIVERED);
        assertThat(deliveries.attempts(delivery.id(), 10))
                .containsExactly(new WebhookAttempt(Samples.MORNING, Duration.ZERO, new Answered(204)));
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 300, 302, 308, 400, 404, 429, 500, 503})
    void whatIsNotTakenIsSentAgainByTheScheduleAndGivenUpAfterTheTenthTry(int status) {
        Subscriber anna = subscribed("a");
        WebhookDelivery delivery = due(anna);
        endpoints.answers.put(anna.url(), new Answered(status));

        for (int tries = 1; tries < 10; tries++) {
            run();
            assertThat(deliveries.attempts(delivery.id(), 20)).hasSize(tries);
            Instant retry = deliveries.find(delivery.id()).get().due().get();
            assertThat(retry)
                    .isEqualTo(RetrySchedule.STANDARD
                            .next(delivery.id(), tries, clock.instant())
                            .get());
            clock.set(retry.minusMillis(1));
            run();
            assertThat(deliveries.attempts(delivery.id(), 20)).hasSize(tries);
            clock.set(retry);
        }
        run();
        clock.pass(Duration.ofDays(30));
        run();

        assertThat(state(delivery)).isEqualTo(State.FAILED);
        assertThat(deliveries.attempts(delivery.id(), 20)).hasSize(10);
        assertThat(subscribers.find(anna.id()).get().isEnabled()).isTrue();
    }

    @Test
    void aReplayBeginsTheScheduleAnew() {
        Subscriber anna = subscribed("a");
        WebhookDelivery delivery = due(anna);
        endpoints.answers.put(anna.url(), new Answered(404));
        for (int tries = 1; tries <= 10; tries++) {
            run();
            clock.pass(Duration.ofHours(27));
        }
        assertThat(state(delivery)).isEqualTo(State.FAILED);

        deliveries.replay(delivery.id(), clock.instant());
        run();
        assertThat(deliveries.find(delivery.id()).get().due())
                .isEqualTo(RetrySchedule.STANDARD.next(delivery.id(), 1, clock.instant()));
        endpoints.answers.clear();
        clock.pass(Duration.ofSeconds(6));
        run();

        assertThat(state(delivery)).isEqualTo(State.DELIVERED);
        assertThat(deliveries.find(delivery.id()).get().attempts()).isEqualTo(12);
    }

    @Test
    void whoAnswersGoneIsToldNothingMore() {
        Subscriber anna = subscribed("a");
        endpoints.answers.put(anna.url(), new Answered(410));
        WebhookDelivery delivery = due(anna);
        run();
        WebhookDelivery later = due(anna);
        run();

        assertThat(state(delivery)).isEqualTo(State.FAILED);
        assertThat(subscribers.find(anna.id()).get().disabled()).containsExactly(DisabledReason.GONE);
        assertThat(endpoints.sent).containsExactly(delivery);
        assertThat(state(later)).isEqualTo(State.PENDING);
    }

    @Test
    void whoIsEnabledAgainGetsWhatHasWaited() {
        Subscriber anna = subscribed("a");
        subscribers.change(anna.id(), each -> each.disabledBecause(Option.some(DisabledReason.BY_OPERATOR)));
        WebhookDelivery waiting = due(anna);
        run();
        assertThat(endpoints.sent).isEmpty();

        subscribers.change(anna.id(), each -> each.disabledBecause(Option.none()));
        run();

        assertThat(state(waiting)).isEqualTo(State.DELIVERED);
    }

    @Test
    void whoHasMovedMeanwhileIsNotGone() {
        Subscriber anna = subscribed("a");
        endpoints.answers.put(anna.url(), new Answered(410));
        CountDownLatch answer = new CountDownLatch(1);
        endpoints.held.put(anna.url(), answer);
        due(anna);
        dispatcher.run();
        await().until(() -> !endpoints.sent.isEmpty());

        subscribers.change(anna.id(), each -> each.at("b"));
        answer.countDown();
        await().until(() -> dispatcher.busy() == 0);

        assertThat(subscribers.find(anna.id()).get().isEnabled()).isTrue();
    }

    @Test
    void aSlowSubscriberHoldsNobodyElseUpAndIsAskedAgainOnlyAfterwards() {
        Subscriber slow = subscribed("slow");
        Subscriber quick = subscribed("quick");
        CountDownLatch answer = new CountDownLatch(1);
        endpoints.held.put(slow.url(), answer);
        Vector.range(0, 100).forEach(number -> due(slow));

        for (int round = 0; round < 20; round++) {
            WebhookDelivery news = due(quick);
            dispatcher.run();
            await().until(() -> state(news) == State.DELIVERED);
        }
        assertThat(endpoints.sentTo(slow).size()).isLessThanOrEqualTo(8);

        answer.countDown();
        await().until(() -> dispatcher.busy() == 0);
        assertThat(endpoints.sentTo(slow)).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void toOneSubscriberEightGoOutAtTheSameTime() {
        Subscriber anna = subscribed("a");
        CountDownLatch answer = new CountDownLatch(1);
        endpoints.held.put(anna.url(), answer);
        // Ids that follow on each other are spread evenly.
        deliveries.add(Vector.range(0, 16)
                .map(number -> new OrderId(new UUID(0, number)))
                .map(order -> WebhookDelivery.of(WebhookSamples.message(order), anna.id(), clock.instant())));

        dispatcher.run();
        await().until(() -> endpoints.sent.size() == 8);

        answer.countDown();
        await().until(() -> dispatcher.busy() == 0);
        assertThat(endpoints.sent).hasSize(16);
    }

    @Test
    void allSubscribersAreReadOnceForALookAndNotForEachDelivery() {
        AtomicInteger all = new AtomicInteger();
        WebhookSubscribers counted = (WebhookSubscribers) Proxy.newProxyInstance(
                WebhookSubscribers.class.getClassLoader(),
                new Class<?>[] {WebhookSubscribers.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("enabled") && method.getParameterCount() == 0) {
                        all.incrementAndGet();
                    }
                    return method.invoke(subscribers, arguments);
                });
        WebhookDispatcher counting =
                new WebhookDispatcher(counted, deliveries, endpoints, RetrySchedule.STANDARD, clock, PAUSE);
        Subscriber anna = subscribed("a");
        Vector.range(0, 10).forEach(number -> due(anna));

        counting.run();
        await().until(() -> counting.busy() == 0);

        assertThat(endpoints.sent).hasSize(10);
        assertThat(all).hasValue(1);
    }

    @Test
    void messagesOfOneOrderKeepTheirOrder() {
        Subscriber anna = subscribed("a");
        Vector<OrderId> orders = Vector.fill(20, Samples::newOrderId);
        Vector<WebhookDelivery> all = Vector.fill(10, () -> orders)
                .flatMap(round -> round)
                .map(order -> WebhookDelivery.of(WebhookSamples.message(order), anna.id(), clock.instant()));
        deliveries.add(all);

        run();

        orders.forEach(order -> assertThat(endpoints
                        .sentTo(anna)
                        .filter(each -> each.message().orderId().equals(order)))
                .containsExactlyElementsOf(
                        all.filter(each -> each.message().orderId().equals(order))));
    }

    @Test
    void whoIsAwayIsLeftAloneForAWhileAndThenAskedWithOneMessage() {
        Subscriber away = subscribed("away");
        endpoints.answers.put(away.url(), new Unanswered(Fault.CONNECTION));
        OrderId order = Samples.newOrderId();
        deliveries.add(
                Vector.fill(50, () -> WebhookDelivery.of(WebhookSamples.message(order), away.id(), clock.instant())));

        run();
        assertThat(endpoints.sent).hasSize(5);
        clock.pass(Duration.ofSeconds(29));
        run();
        assertThat(endpoints.sent).hasSize(5);
        clock.pass(Duration.ofSeconds(1));
        run();
        assertThat(endpoints.sent).hasSize(6);
        run();
        assertThat(endpoints.sent).hasSize(6);

        endpoints.answers.clear();
        clock.pass(Duration.ofSeconds(30));
        run();
        assertThat(endpoints.sent).hasSize(7);
        run();
        clock.pass(Duration.ofSeconds(30));
        run();

        assertThat(deliveries
                        .list(away.id(), Option.some(State.PENDING), Option.none(), 100)
                        .items())
                .as("those that were tried in vain twice, which are due in minutes")
                .allSatisfy(each -> assertThat(each.tries()).isGreaterThan(1));
        assertThat(deliveries
                        .list(away.id(), Option.some(State.DELIVERED), Option.none(), 100)
                        .items())
                .hasSizeGreaterThan(43);
    }

    @Test
    void whatCannotBeRecordedIsSentAgainButNotWithoutEnd() {
        InMemoryWebhookDeliveries stubborn = deliveries;
        AtomicInteger asked = new AtomicInteger();
        WebhookDispatcher failing = new WebhookDispatcher(
                subscribers,
                stubborn,
                (url, secrets, delivery, now) -> {
                    asked.incrementAndGet();
                    throw new StoreUnavailable("The store is away");
                },
                RetrySchedule.STANDARD,
                clock,
                PAUSE);
        Subscriber anna = subscribed("a");
        due(anna);

        try (CapturedLog warnings = new CapturedLog(WebhookDispatcher.class)) {
            for (int round = 0; round < 20; round++) {
                failing.run();
                await().until(() -> failing.busy() == 0);
            }
            assertThat(asked).hasValue(5);
            assertThat(warnings.messages()).hasSize(5).allMatch(message -> message.contains("The store is away"));
        }
        clock.pass(Duration.ofSeconds(30));
        failing.run();
        await().until(() -> asked.get() == 6);
    }

    @Test
    void afterTheEndNothingNewIsBegun() {
        Subscriber anna = subscribed("a");
        CountDownLatch answer = new CountDownLatch(1);
        endpoints.held.put(anna.url(), answer);
        OrderId order = Samples.newOrderId();
        deliveries.add(
                List.fill(3, () -> WebhookDelivery.of(WebhookSamples.message(order), anna.id(), clock.instant())));
        dispatcher.run();
        await().until(() -> !endpoints.sent.isEmpty());

        Thread closing = Thread.startVirtualThread(dispatcher::close);
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        answer.countDown();
        await().until(() -> dispatcher.busy() == 0 && !closing.isAlive());

        assertThat(endpoints.sent).hasSize(1);
    }

    @Test
    void deliveriesThatEndedLongAgoAreForgotten() {
        Subscriber anna = subscribed("a");
        WebhookDelivery old = due(anna);
        run();
        clock.pass(Duration.ofDays(30));
        WebhookDelivery young = due(anna);
        run();
        clock.pass(Duration.ofMillis(1));
        WebhookCleaning cleaning = new WebhookCleaning(subscribers, deliveries, clock, Duration.ofDays(30), PAUSE);

        assertThat(cleaning.run()).isEqualTo(PAUSE);

        assertThat(deliveries.find(old.id())).isEmpty();
        assertThat(state(young)).isEqualTo(State.DELIVERED);
    }

    /** Lets everything be sent that is due now. */
    private void run() {
        assertThat(dispatcher.run()).isEqualTo(PAUSE);
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> dispatcher.busy() == 0);
    }

    private Subscriber subscribed(String url) {
        Subscriber subscriber = WebhookSamples.subscriber(url, clock.instant());
        subscribers.add(subscriber);
        return subscriber;
    }

    private WebhookDelivery due(Subscriber subscriber) {
        WebhookDelivery delivery = WebhookSamples.delivery(subscriber.id(), clock.instant());
        deliveries.add(List.of(delivery));
        return delivery;
    }

    private State state(WebhookDelivery delivery) {
        return deliveries.find(delivery.id()).get().state();
    }
}

package dev.carddelivery.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;

@Timeout(60)
class ConnectedThreadIT {

    private static final String NAME = "test";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Logger logger = (Logger) LoggerFactory.getLogger(ConnectedThread.class);
    private final Lines lines = new Lines();
    private final AtomicInteger sessions = new AtomicInteger();

    /** For a session that goes well: it has none, and so waits until it is interrupted. */
    private final Semaphore never = new Semaphore(0);

    @BeforeEach
    void listen() {
        lines.setContext(logger.getLoggerContext());
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void whateverEndsASessionAnotherOneFollows() throws Exception {
        CountDownLatch recovered = new CountDownLatch(1);
        try (TestDatabase test = TestDatabase.createEmpty();
                Database database = test.open();
                ConnectedThread thread = ConnectedThread.start(NAME, database.dedicated(NAME), connection -> {
                    switch (sessions.incrementAndGet()) {
                        case 1 -> throw new OutOfMemoryError("as if");
                        case 2 -> throw new IllegalStateException("as if");
                        case 3 -> execute(connection, "nonsense");
                        default -> recovered.countDown();
                    }
                })) {
            assertThat(recovered.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(thread).isNotNull();
        }
    }

    /** As on a server that has become a standby, which lets everybody connect. */
    @Test
    void workThatIsRefusedAgainAndAgainIsToldOnceForEachReasonAndSoIsItsEnd() throws Exception {
        try (TestDatabase test = TestDatabase.createEmpty();
                Database database = test.open();
                ConnectedThread thread = ConnectedThread.start(NAME, database.dedicated(NAME), connection -> {
                    int session = sessions.incrementAndGet();
                    if (session < 3) {
                        execute(connection, "nonsense");
                    } else if (session < 8) {
                        execute(connection, "set default_transaction_read_only = on");
                        execute(connection, "create table written (id int)");
                    }
                    never.acquire();
                })) {
            await().atMost(PATIENCE).until(() -> lines.all.size() >= 3);

            assertThat(thread).isNotNull();
            assertThat(sessions).hasValue(8);
            assertThat(lines.all)
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .startsWith("WARN test failed in its work")
                                    .endsWith("(SQLSTATE 42601)"),
                            line -> assertThat(line)
                                    .startsWith("WARN test failed in its work")
                                    .contains("read-only transaction")
                                    .endsWith("(SQLSTATE 25006)"),
                            line -> assertThat(line).isEqualTo("INFO test works again"));
        }
    }

    @Test
    void aDatabaseThatIsAwayIsToldOnceAndSoIsItsReturn() throws Exception {
        try (TestDatabase test = TestDatabase.createEmpty();
                Proxy proxy = new Proxy(test.url())) {
            Counting connections = new Counting();
            connections.setURL(proxy.through(test.url()));
            test.user().forEach(connections::setUser);
            test.password().forEach(connections::setPassword);
            proxy.cut();
            try (ConnectedThread thread = ConnectedThread.start(NAME, connections, connection -> never.acquire())) {
                await().atMost(PATIENCE).until(() -> connections.asked.get() >= 4);
                proxy.mend();
                await().atMost(PATIENCE).until(() -> lines.all.size() >= 2);

                assertThat(thread).isNotNull();
                assertThat(lines.all)
                        .satisfiesExactly(
                                line -> assertThat(line)
                                        .startsWith("WARN test cannot connect")
                                        .endsWith("(SQLSTATE 08001)"),
                                line -> assertThat(line).isEqualTo("INFO test works again"));
            }
        }
    }

    @Test
    void theFirstTriesAreFastAndAllOthersWithinTwoSeconds() {
        assertThat(IntStream.of(1, 5, 6, 7, 8, 9, 10, 1_000)
                        .mapToObj(ConnectedThread::pauseAfter)
                        .map(Duration::toMillis))
                .containsExactly(200L, 200L, 400L, 800L, 1_600L, 2_000L, 2_000L, 2_000L);
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var created = connection.createStatement()) {
            created.execute(statement);
        }
    }

    /** What {@link ConnectedThread} logs about the thread of a test, each line with its level. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Queue<String> all = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            String message = event.getFormattedMessage();
            if (message.startsWith(NAME + " ")) {
                all.add(event.getLevel() + " " + message);
            }
        }
    }

    /** Opens connections, and knows how often it was asked to. */
    private static final class Counting extends PGSimpleDataSource {

        @Serial
        private static final long serialVersionUID = 1L;

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            return super.getConnection();
        }
    }
}

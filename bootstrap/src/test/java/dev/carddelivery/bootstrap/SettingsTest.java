package dev.carddelivery.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carddelivery.application.WebhookSamples;
import dev.carddelivery.application.message.PartnerRequest.Partner;
import dev.carddelivery.application.process.ReminderSchedule;
import dev.carddelivery.application.webhook.WebhookSecret;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final WebhookSecret ONE = WebhookSamples.newSecret();
    private static final WebhookSecret OTHER = WebhookSamples.newSecret();
    private static final WebhookSecret THIRD = WebhookSamples.newSecret();
    private static final String URL = "jdbc:postgresql://db.example.org:5432/cards";

    @Test
    void anEmptyEnvironmentIsTheDemoOnTheEmbeddedDatabase() {
        assertThat(settings(Map.of()))
                .isEqualTo(new Settings(
                        "127.0.0.1",
                        8080,
                        Option.none(),
                        Path.of(".data"),
                        new TokenKeys.Own(),
                        true,
                        Duration.ofSeconds(2),
                        Option.none(),
                        WebhookSettings.NONE,
                        after(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2))));
    }

    @Test
    void everythingCanBeSet() {
        var variables = Map.ofEntries(
                Map.entry("HOST", "0.0.0.0"),
                Map.entry("PORT", "0"),
                Map.entry("PUBLIC_ORIGIN", "https://cards.example.org"),
                Map.entry("DATA_DIR", "/var/lib/card-delivery"),
                Map.entry("DATABASE_URL", URL),
                Map.entry("DEMO", "true"),
                Map.entry("DEMO_DAY", "PT1S"),
                Map.entry("REMINDERS", "PT1H, P2D"),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092"),
                Map.entry("KAFKA_PARTITIONS", "6"),
                Map.entry("KAFKA_REPLICATION", "3"),
                Map.entry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL"),
                Map.entry("KAFKA_SASL_JAAS_CONFIG", "password=s3cret"),
                Map.entry("WEBHOOK_SECRETS_IDENTITY", ONE.reveal() + " , " + OTHER.reveal()),
                Map.entry("WEBHOOK_SECRETS_COURIER", THIRD.reveal()),
                Map.entry("WEBHOOK_ALLOW_PRIVATE", "true"),
                Map.entry("AUTH_ISSUER", "https://login.example.org"),
                Map.entry("AUTH_JWKS_URL", "https://login.example.org/keys"));

        assertThat(settings(variables))
                .isEqualTo(new Settings(
                        "0.0.0.0",
                        0,
                        Option.some("https://cards.example.org"),
                        Path.of("/var/lib/card-delivery"),
                        new TokenKeys.Issuer("https://login.example.org", URI.create("https://login.example.org/keys")),
                        true,
                        Duration.ofSeconds(1),
                        Option.some(new KafkaSettings(
                                "kafka:9092",
                                HashMap.of("security.protocol", "SASL_SSL", "sasl.jaas.config", "password=s3cret"),
                                6,
                                (short) 3)),
                        new WebhookSettings(
                                HashMap.of(Partner.IDENTITY, Vector.of(ONE, OTHER), Partner.COURIER, Vector.of(THIRD)),
                                true),
                        after(Duration.ofHours(1), Duration.ofDays(2))));
    }

    @Test
    void aDatabaseOfOnesOwnIsNoDemoAndItsDaysAreReal() {
        var settings = settings(Map.of(
                "DATABASE_URL", URL,
                "AUTH_ISSUER", "https://login.example.org",
                "AUTH_JWKS_URL", "https://login.example.org/keys"));

        assertThat(settings.demo()).isFalse();
        assertThat(settings.day()).isEqualTo(Duration.ofHours(24));
        assertThat(settings.reminders()).isEqualTo(after(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1)));
    }

    @Test
    void blankMeansAbsent() {
        assertThat(settings(Map.of("HOST", "", "PORT", "  ", "DATABASE_URL", " ")))
                .isEqualTo(settings(Map.of()));
    }

    @Test
    void allErrorsAreToldAtOnceAndEachNamesItsVariable() {
        var variables = new java.util.HashMap<String, String>();
        for (var variable : Variable.values()) {
            variables.put(variable.name(), "? @ ?");
        }
        variables.put("DATA_DIR", "nul\0");
        variables.put("DEMO", "true");
        variables.remove("DATABASE_URL");

        assertThat(wrong(variables))
                .extracting(error -> Variable.valueOf(error.variable()))
                .containsExactlyInAnyOrder(
                        Variable.HOST,
                        Variable.PORT,
                        Variable.PUBLIC_ORIGIN,
                        Variable.DATA_DIR,
                        Variable.DEMO_DAY,
                        Variable.REMINDERS,
                        Variable.KAFKA_BOOTSTRAP_SERVERS,
                        Variable.KAFKA_PARTITIONS,
                        Variable.KAFKA_REPLICATION,
                        Variable.WEBHOOK_SECRETS_IDENTITY,
                        Variable.WEBHOOK_SECRETS_BUREAU,
                        Variable.WEBHOOK_SECRETS_COURIER,
                        Variable.WEBHOOK_ALLOW_PRIVATE,
                        Variable.AUTH_ISSUER,
                        Variable.AUTH_JWKS_URL);
    }

    @Test
    void aMessageSaysWhatIsWrongWhereAndWhatToWrite() {
        assertThat(wrong(Map.of("PORT", "80a")))
                .hasToString("[PORT: \"80a\" is no port; write a number from 0 (any free port) to 65535]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret", "whsec_", "whsec_c2hvcnQ=", "whsec_ümlaut", ",", "OK,", "OK,OK2,OK3", "OK;OK2"})
    void refusesWhatIsNoWebhookSecretAndDoesNotRepeatIt(String text) {
        String secret = ONE.reveal();
        String value = text.replace("OK3", THIRD.reveal())
                .replace("OK2", OTHER.reveal())
                .replace("OK", secret);

        assertThat(wrong(Map.of("WEBHOOK_SECRETS_BUREAU", value)))
                .singleElement()
                .satisfies(error -> assertThat(error.variable()).isEqualTo("WEBHOOK_SECRETS_BUREAU"))
                .satisfies(error -> assertThat(error.message())
                        .contains("whsec_")
                        .doesNotContain(secret)
                        .doesNotContain("s3cret"));
    }

    @Test
    void aWebhookSecretOfNobodyIsRefusedByItsName() {
        assertThat(wrong(Map.of("WEBHOOK_SECRETS_COURIR", ONE.reveal(), "WEBHOOK_SECRETS_X", "")))
                .hasToString("[WEBHOOK_SECRETS_COURIR: there is no such partner; write WEBHOOK_SECRETS_IDENTITY,"
                        + " WEBHOOK_SECRETS_BUREAU, WEBHOOK_SECRETS_COURIER]");
    }

    @Test
    void noTwoPartnersHaveTheSameWebhookSecret() {
        assertWrong(
                Variable.WEBHOOK_SECRETS_COURIER,
                Map.of(
                        "WEBHOOK_SECRETS_IDENTITY",
                        ONE.reveal(),
                        "WEBHOOK_SECRETS_COURIER",
                        OTHER.reveal() + "," + ONE.reveal()));
    }

    @Test
    void webhookSecretsAreNeverPrinted() {
        assertThat(settings(Map.of("WEBHOOK_SECRETS_BUREAU", ONE.reveal())).toString())
                .contains("***")
                .doesNotContain(ONE.reveal());
    }

    @Test
    void demoPartnersPlayOnlyWhereThereAreNoOthers() {
        assertThat(settings(Map.of()).hasDemoPartners()).isTrue();
        assertThat(settings(Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092")).hasDemoPartners())
                .isFalse();
        assertThat(settings(Map.of("WEBHOOK_SECRETS_BUREAU", ONE.reveal())).hasDemoPartners())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "8080/tcp", "80 80"})
    void refusesWhatIsNoPort(String text) {
        assertWrong(Variable.PORT, Map.of("PORT", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "localhost:8080", "two words", "1:2"})
    void refusesWhatIsNoHost(String text) {
        assertWrong(Variable.HOST, Map.of("HOST", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cards.example.org", "https://", "https://cards.example.org/", "ftp://a", "https://a:b@c"})
    void refusesWhatIsNoOrigin(String text) {
        assertWrong(Variable.PUBLIC_ORIGIN, Map.of("PUBLIC_ORIGIN", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://cards.example.org", "http://localhost:8080", "https://[::1]:8443", "HTTPS://A"})
    void takesOrigins(String text) {
        assertThat(settings(Map.of("PUBLIC_ORIGIN", text)).publicOrigin()).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "::", "::1", "fe80::1%eth0", "10.0.0.7", "cards.example.org"})
    void takesNamesAndAddresses(String text) {
        assertThat(settings(Map.of("HOST", text)).host()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2s", "PT0S", "-PT2S", "PT0.001S", "PT25H", "P1Y"})
    void refusesWhatIsNoDemoDay(String text) {
        assertWrong(Variable.DEMO_DAY, Map.of("DEMO_DAY", text));
    }

    @Test
    void refusesADemoDayOutsideTheDemo() {
        var variables = new java.util.HashMap<>(Map.of("DEMO", "false", "DEMO_DAY", "PT2S"));
        variables.put("AUTH_ISSUER", "https://login.example.org");
        variables.put("AUTH_JWKS_URL", "https://login.example.org/keys");

        assertWrong(Variable.DEMO_DAY, variables);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "PT1H,", "PT0S", "-P1D", "PT1H;PT2H", "P1M"})
    void refusesWhatIsNoListOfWaits(String text) {
        assertWrong(Variable.REMINDERS, Map.of("REMINDERS", text));
    }

    @Test
    void refusesMoreRemindersThanAnybodyWouldBear() {
        assertThat(settings(Map.of("REMINDERS", String.join(",", Collections.nCopies(20, "PT1H"))))
                        .reminders()
                        .waits())
                .hasSize(20);
        assertWrong(Variable.REMINDERS, Map.of("REMINDERS", String.join(",", Collections.nCopies(21, "PT1H"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "kafka:", "kafka:9092,", "kafka:9092 other:9092", "https://kafka:9092", ":9092"})
    void refusesWhatNamesNoBrokers(String text) {
        assertWrong(Variable.KAFKA_BOOTSTRAP_SERVERS, Map.of("KAFKA_BOOTSTRAP_SERVERS", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka:9092", "10.0.0.7:9092,10.0.0.8:9092", "[::1]:9092,kafka-1.example.org:19092"})
    void takesBrokers(String text) {
        assertThat(settings(Map.of("KAFKA_BOOTSTRAP_SERVERS", text)).kafka())
                .contains(new KafkaSettings(text, HashMap.empty(), 12, (short) 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1001", "1.5"})
    void refusesWhatIsNoNumberOfParts(String text) {
        assertWrong(
                Variable.KAFKA_PARTITIONS, Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", "KAFKA_PARTITIONS", text));
    }

    @Test
    void refusesToLayOutTopicsWithoutAKafka() {
        assertWrong(Variable.KAFKA_REPLICATION, Map.of("KAFKA_REPLICATION", "3"));
        assertThat(settings(Map.of("KAFKA_HEAP_OPTS", "-Xmx1g")).kafka()).isEmpty();
    }

    @Test
    void refusesToTalkToNoKafkaButNotWhatContainerPlatformsSet() {
        assertThat(wrong(Map.of(
                        "KAFKA_BOOTSTRAP_SERVER", "kafka:9092",
                        "KAFKA_SECURITY_PROTOCOL", "SSL",
                        "KAFKA_SASL_JAAS_CONFIG", "s3cret",
                        "KAFKA_PORT", "tcp://10.0.0.7:9092")))
                .extracting(SettingError::toString)
                .containsExactly(
                        "KAFKA_BOOTSTRAP_SERVER: there is no such setting; write KAFKA_BOOTSTRAP_SERVERS",
                        "KAFKA_SASL_JAAS_CONFIG: without KAFKA_BOOTSTRAP_SERVERS there is no Kafka; set that as well,"
                                + " or unset this",
                        "KAFKA_SECURITY_PROTOCOL: without KAFKA_BOOTSTRAP_SERVERS there is no Kafka; set that as well,"
                                + " or unset this");
        assertThat(settings(Map.of(
                                "KAFKA_PORT", "tcp://10.0.0.7:9092",
                                "KAFKA_SERVICE_HOST", "10.0.0.7",
                                "KAFKA_PORT_9092_TCP_PROTO", "tcp"))
                        .kafka())
                .isEmpty();
    }

    @Test
    void refusesWhatKafkasClientsWouldRefuseAndRepeatsNoValue() {
        var variables = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "nowhere",
                "KAFKA_SECURITY_PROTOCOL", "s3cret",
                "KAFKA_TRANSACTIONAL_ID", "s3cret",
                "KAFKA_REQUEST_TIMEOUT_MS", "54321");

        assertThat(wrong(variables))
                .extracting(SettingError::variable)
                .containsOnlyOnceElementsOf(
                        List.of("KAFKA_BOOTSTRAP_SERVERS", "KAFKA_SECURITY_PROTOCOL", "KAFKA_TRANSACTIONAL_ID"))
                .contains("KAFKA_REQUEST_TIMEOUT_MS");
        assertThat(wrong(variables).toString())
                .contains("KAFKA_REQUEST_TIMEOUT_MS: Kafka's admin does not take this value beside"
                        + " default.api.timeout.ms=5000")
                .doesNotContain("s3cret", "54321");
    }

    @Test
    void printsNoneOfKafkasSecrets() {
        var settings =
                settings(Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", "KAFKA_SASL_JAAS_CONFIG", "password=s3cret"));

        assertThat(settings.kafka().get().properties())
                .containsExactly(new Tuple2<>("sasl.jaas.config", "password=s3cret"));
        assertThat(settings.toString()).contains("sasl.jaas.config").doesNotContain("s3cret");
    }

    @Test
    void partnersOnTheirOwnHaveDefaultsOfTheirOwn() {
        var kafka = Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");

        assertThat(PartnersSettings.from(kafka))
                .isEqualTo(Validation.valid(new PartnersSettings(
                        "127.0.0.1",
                        8090,
                        new KafkaSettings("kafka:9092", HashMap.empty(), 12, (short) 1),
                        Duration.ofSeconds(2))));
        assertThat(PartnersSettings.from(Map.of("DEMO_DAY", "x", "HOST", "?", "PORT", "?"))
                        .getError())
                .extracting(error -> Variable.valueOf(error.variable()))
                .containsExactlyInAnyOrder(
                        Variable.DEMO_DAY, Variable.HOST, Variable.PORT, Variable.KAFKA_BOOTSTRAP_SERVERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1"})
    void refusesWhatIsNeitherTrueNorFalse(String text) {
        assertWrong(Variable.DEMO, Map.of("DEMO", text));
    }

    @Test
    void outsideTheDemoTheCallersNeedAnIssuer() {
        assertThat(wrong(Map.of("DEMO", "false")))
                .extracting(error -> Variable.valueOf(error.variable()))
                .containsExactlyInAnyOrder(Variable.AUTH_ISSUER, Variable.AUTH_JWKS_URL);
    }

    @Test
    void halfAnIssuerIsNone() {
        assertWrong(Variable.AUTH_JWKS_URL, Map.of("AUTH_ISSUER", "https://login.example.org"));
        assertWrong(Variable.AUTH_ISSUER, Map.of("AUTH_JWKS_URL", "https://login.example.org/keys"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"login.example.org", "ftp://login.example.org", "https:///keys", "https://a:b@example.org", "^"})
    void refusesWhatIsNoHttpUrl(String text) {
        assertWrong(Variable.AUTH_ISSUER, Map.of("AUTH_ISSUER", text, "AUTH_JWKS_URL", "http://127.0.0.1:9/keys"));
    }

    private static ReminderSchedule after(Duration... waits) {
        return new ReminderSchedule(io.vavr.collection.List.of(waits));
    }

    private static Settings settings(Map<String, String> variables) {
        var settings = Settings.from(variables);
        assertThat(settings.isValid()).as(settings.toString()).isTrue();
        return settings.get();
    }

    private static List<SettingError> wrong(Map<String, String> variables) {
        return Settings.from(variables).getError().asJava();
    }

    private static void assertWrong(Variable variable, Map<String, String> variables) {
        assertThat(wrong(variables))
                .extracting(error -> Variable.valueOf(error.variable()))
                .containsExactly(variable);
    }
}

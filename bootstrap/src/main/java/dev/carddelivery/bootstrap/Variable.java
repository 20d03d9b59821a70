package dev.carddelivery.bootstrap;

/** The environment variables that the program reads, each with the line that {@code --help} shows for it. */
public enum Variable {
    HOST("address to listen on (127.0.0.1)"),
    PORT("port to listen on, 0 for any free one (8080; partners: 8090)"),
    PUBLIC_ORIGIN("where browsers find it: https://cards.example.org (the host they ask)"),
    DATABASE_URL("JDBC URL of a PostgreSQL (absent: an embedded one)"),
    DATABASE_USER("its user"),
    DATABASE_PASSWORD("its password"),
    DATA_DIR("folder of the embedded database (.data; partners: .data/partners)"),
    DEMO("true: tokens for all; demo partners, if no others (true when embedded)"),
    DEMO_DAY("how long a calendar day lasts in the demo, an ISO duration (PT2S)"),
    REMINDERS("waits after which partners are asked again (P1D,P1D,P1D; demo: its days)"),
    KAFKA_BOOTSTRAP_SERVERS("brokers over which the other domains are reached (absent: no Kafka)"),
    KAFKA_PARTITIONS("parts of a topic that is made (12); other KAFKA_* go to Kafka's clients"),
    KAFKA_REPLICATION("on how many brokers a topic is kept that is made (1)"),
    WEBHOOK_SECRETS_IDENTITY("what the identity service signs with: one secret or two, whsec_…"),
    WEBHOOK_SECRETS_BUREAU("what the card bureau signs with"),
    WEBHOOK_SECRETS_COURIER("what the courier signs with"),
    WEBHOOK_ALLOW_PRIVATE("true: webhooks may go to private networks, and without TLS (false)"),
    AUTH_ISSUER("issuer of the callers' tokens (needed unless DEMO)"),
    AUTH_JWKS_URL("where the issuer's keys are (needed unless DEMO)"),
    ALLOW_UNSAFE_DURABILITY("true: accept a PostgreSQL that may lose commits (false)");

    private final String meaning;

    Variable(String meaning) {
        this.meaning = meaning;
    }

    /** What the variable is for, with its default in brackets. */
    public String meaning() {
        return meaning;
    }
}

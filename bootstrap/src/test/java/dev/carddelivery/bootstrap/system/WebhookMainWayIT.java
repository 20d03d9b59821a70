package dev.carddelivery.bootstrap.system;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** With partners behind web servers of their own, who are asked and answer by signed webhooks. */
class WebhookMainWayIT extends MainWayContract {

    private static final Duration DAY = Duration.ofMillis(1_500);

    private final WebhookPartners partners = new WebhookPartners();
    private Installation installation;

    @Override
    Copy open() throws Exception {
        Map<String, String> settings = new HashMap<>(partners.settings());
        settings.put("DEMO_DAY", DAY.toString());
        installation = Installation.with(settings);
        Copy copy = installation.start();
        partners.start(copy.anybody(), copy.operator(), DAY);
        return copy;
    }

    @Override
    void close() throws Exception {
        partners.close();
        installation.close();
    }
}

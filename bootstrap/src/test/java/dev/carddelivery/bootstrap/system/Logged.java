package dev.carddelivery.bootstrap.system;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.joran.spi.JoranException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Everything that is logged with the program's own configuration, with its root turned up to the finest level. */
final class Logged extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final LoggerContext logback = (LoggerContext) LoggerFactory.getILoggerFactory();

    private Logged() {}

    /** Listens from now on. */
    static Logged everything() {
        Logged logged = new Logged();
        logged.configure("/logback.xml");
        logged.setContext(logged.logback);
        logged.start();
        Logger root = logged.logback.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(logged);
        root.setLevel(Level.TRACE);
        LoggerFactory.getLogger("dev.carddelivery").trace("a line that is logged at TRACE");
        return logged;
    }

    String text() {
        return lines.stream().collect(Collectors.joining("\n"));
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage() + event.getMDCPropertyMap() + event.getKeyValuePairs());
        if (event.getThrowableProxy() != null) {
            lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
    }

    /** Goes back to the configuration as it is shipped. */
    @Override
    public void close() {
        configure("/logback.xml");
    }

    private void configure(String resource) {
        logback.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(logback);
        try {
            configurator.doConfigure(Logged.class.getResource(resource));
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.carddelivery.bootstrap;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** A line as the program logs it. */
class LogLineTest {

    @Test
    void saysWhenInWhateverZoneAndInWhichThread() throws JoranException {
        LoggerContext logback = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(logback);
        configurator.doConfigure(LogLineTest.class.getResource("/logback.xml"));
        Logger root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
        var console = (ConsoleAppender<ILoggingEvent>) root.getAppender("STDOUT");
        var event = new LoggingEvent(
                "", logback.getLogger("dev.carddelivery.Some"), Level.WARN, "Что-то", null, new Object[0]);
        event.setThreadName("sequencer");

        String line = new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);

        String[] words = line.strip().split(" +");
        assertThat(OffsetDateTime.parse(words[0]).toInstant())
                .isEqualTo(event.getInstant().truncatedTo(MILLIS));
        assertThat(words).containsExactly(words[0], "WARN", "[sequencer]", "Some", "Что-то");
    }
}

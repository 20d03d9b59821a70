package dev.carddelivery.application.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.List;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReminderScheduleTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void thereIsOneReminderLessThanThereAreWaits() {
        ReminderSchedule schedule = new ReminderSchedule(List.of(MINUTE, HOUR, DAY));

        assertThat(schedule.first()).isEqualTo(MINUTE);
        assertThat(schedule.after(1)).containsExactly(HOUR);
        assertThat(schedule.after(2)).containsExactly(DAY);
        assertThat(schedule.after(3)).isEmpty();
    }

    @Test
    void afterTheOnlyWaitNobodyIsReminded() {
        ReminderSchedule schedule = new ReminderSchedule(List.of(HOUR));

        assertThat(schedule.first()).isEqualTo(HOUR);
        assertThat(schedule.after(1)).isEmpty();
    }

    @Test
    void aWaitLastsSomeTime() {
        assertThatThrownBy(() -> new ReminderSchedule(List.empty())).isInstanceOf(IllegalArgumentException.class);
        for (Duration none : List.of(Duration.ZERO, MINUTE.negated())) {
            assertThatThrownBy(() -> new ReminderSchedule(List.of(HOUR, none)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

package dev.dataflow.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Text of times is read as the JDK reads it, and refused where the JDK refuses it. */
class TimeTextReaderTest {

    private static final long SEED = Long.getLong("times.seed", System.nanoTime());
    private static final long FIRST =
            LocalDate.of(1, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    private static final long LAST =
            LocalDate.of(9999, 12, 31).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    private static final String ALPHABET = "0123456789-:.TZ+ ٣";

    private static <T> Object outcome(Function<String, T> read, String text) {
        try {
            return read.apply(text);
        } catch (DateTimeException e) {
            return "refused";
        }
    }

    private static void same(String text) {
        String seed = "-Dtimes.seed=" + SEED;
        assertThat(outcome(TimeTextReader::instant, text)).as(seed).isEqualTo(outcome(Instant::parse, text));
        assertThat(outcome(TimeTextReader::dateTime, text)).as(seed).isEqualTo(outcome(LocalDateTime::parse, text));
        assertThat(outcome(TimeTextReader::date, text)).as(seed).isEqualTo(outcome(LocalDate::parse, text));
        assertThat(outcome(TimeTextReader::time, text)).as(seed).isEqualTo(outcome(LocalTime::parse, text));
    }

    @Test
    void readsWhatIsWritten() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2000; i++) {
            Instant time = Instant.ofEpochSecond(
                    FIRST + (long) (random.nextDouble() * (LAST - FIRST)), random.nextInt(1_000_000) * 1000L);
            LocalDateTime local = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
            assertThat(TimeTextReader.instant(TimeText.of(time))).isEqualTo(time);
            assertThat(TimeTextReader.dateTime(TimeText.of(local))).isEqualTo(local);
            assertThat(TimeTextReader.time(TimeText.of(local.toLocalTime()))).isEqualTo(local.toLocalTime());
            assertThat(TimeTextReader.date(local.toLocalDate().toString())).isEqualTo(local.toLocalDate());
        }
    }

    @Test
    void readsAndRefusesWhatTheJdkDoes() {
        Random random = new Random(SEED);
        for (String text : List.of(
                "2026-02-29T12:00:00.000000Z",
                "2024-02-29T23:59:59.999999Z",
                "2026-01-31T24:00:00.000000Z",
                "2026-12-31T23:59:60.000000Z",
                "2026-13-01",
                "0000-01-01",
                "2026-01-31T12:00:00.123456",
                "12:00:00.123456")) {
            same(text);
            for (int i = 0; i < 200; i++) {
                StringBuilder other = new StringBuilder(text);
                other.setCharAt(random.nextInt(text.length()), ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                same(other.toString());
                same(text.substring(0, random.nextInt(text.length())));
            }
        }
    }
}

package dev.dataflow.type;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** SQLite holds times as text of a fixed width, so that text order is time order. */
final class SqliteCodecs {

    private static final DateTimeFormatter TIME_FORMAT = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME_FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    static final Codec<UUID> UUID =
            BasicCodecs.mapped(BasicCodecs.TEXT, java.util.UUID::fromString, java.util.UUID::toString);
    static final Codec<LocalDate> DATE = BasicCodecs.mapped(BasicCodecs.TEXT, LocalDate::parse, LocalDate::toString);
    static final Codec<LocalTime> TIME = BasicCodecs.mapped(BasicCodecs.TEXT, LocalTime::parse, TIME_FORMAT::format);
    static final Codec<LocalDateTime> DATE_TIME =
            BasicCodecs.mapped(BasicCodecs.TEXT, LocalDateTime::parse, DATE_TIME_FORMAT::format);
    static final Codec<Instant> INSTANT = BasicCodecs.mapped(
            BasicCodecs.TEXT, Instant::parse, value -> DATE_TIME_FORMAT.format(value.atOffset(ZoneOffset.UTC)) + "Z");

    private SqliteCodecs() {}
}

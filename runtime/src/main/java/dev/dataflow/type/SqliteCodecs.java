package dev.dataflow.type;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/** SQLite holds times as text of a fixed width, so that text order is time order. */
final class SqliteCodecs {

    static final Codec<UUID> UUID =
            BasicCodecs.mapped(BasicCodecs.TEXT, java.util.UUID::fromString, java.util.UUID::toString);
    static final Codec<LocalDate> DATE =
            BasicCodecs.mapped(BasicCodecs.TEXT, TimeTextReader::date, LocalDate::toString);
    static final Codec<LocalTime> TIME = BasicCodecs.mapped(BasicCodecs.TEXT, TimeTextReader::time, TimeText::of);
    static final Codec<LocalDateTime> DATE_TIME =
            BasicCodecs.mapped(BasicCodecs.TEXT, TimeTextReader::dateTime, TimeText::of);
    static final Codec<Instant> INSTANT = BasicCodecs.mapped(BasicCodecs.TEXT, TimeTextReader::instant, TimeText::of);

    private SqliteCodecs() {}
}

package dev.dataflow.type;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Where PostgreSQL's driver wants a form of its own. */
final class PostgresCodecs {

    static final Codec<UUID> UUID = BasicCodecs.object(UUID.class, Types.OTHER);
    static final Codec<Instant> INSTANT = BasicCodecs.mapped(
            BasicCodecs.object(OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE),
            OffsetDateTime::toInstant,
            value -> value.atOffset(ZoneOffset.UTC));

    private PostgresCodecs() {}
}

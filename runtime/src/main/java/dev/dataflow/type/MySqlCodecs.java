package dev.dataflow.type;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** MySQL has no UUID and no instant: 16 bytes, and a DATETIME(6) in UTC that no session time zone touches. */
final class MySqlCodecs {

    private static final DateTimeFormatter DATE_TIME_LITERAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    static final Codec<UUID> UUID = BasicCodecs.mapped(BasicCodecs.BYTES, MySqlCodecs::decode, MySqlCodecs::encode);
    static final Codec<LocalDateTime> DATE_TIME = dateTime();
    static final Codec<Instant> INSTANT = BasicCodecs.mapped(
            DATE_TIME,
            value -> value.toInstant(ZoneOffset.UTC),
            value -> LocalDateTime.ofInstant(value, ZoneOffset.UTC));

    private MySqlCodecs() {}

    /** The driver shifts its own {@code {ts '…'}} literals between time zones; a string is left alone. */
    private static Codec<LocalDateTime> dateTime() {
        return BasicCodecs.reference(
                BasicCodecs.DATE_TIME::read,
                BasicCodecs.DATE_TIME::write,
                value -> value.format(DATE_TIME_LITERAL),
                BasicCodecs.DATE_TIME.jdbcType());
    }

    private static UUID decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static byte[] encode(UUID value) {
        return ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }
}

package dev.dataflow.type;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** MySQL has no UUID and no instant: 16 bytes, and a DATETIME(6) in UTC that no session time zone touches. */
final class MySqlCodecs {

    static final Codec<UUID> UUID = BasicCodecs.mapped(BasicCodecs.BYTES, MySqlCodecs::decode, MySqlCodecs::encode);
    static final Codec<Instant> INSTANT = BasicCodecs.mapped(
            BasicCodecs.DATE_TIME,
            value -> value.toInstant(ZoneOffset.UTC),
            value -> LocalDateTime.ofInstant(value, ZoneOffset.UTC));

    private MySqlCodecs() {}

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

package dev.dataflow.type;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** PostgreSQL's binary forms, as its types' receive functions read them. */
final class BinaryForms {

    private static final int INT8_OID = 20;
    private static final int TEXT_OID = 25;
    /** PostgreSQL counts from 2000-01-01. */
    private static final long EPOCH_SECOND = 946_684_800L;

    private static final long EPOCH_DAY = 10_957L;
    private static final long MICROS = 1_000_000L;
    private static final int NANOS = 1000;
    private static final int JSONB_VERSION = 1;

    static final BinaryForm<Boolean> BOOLEAN = BinaryForm.of(16, (value, out) -> out.int8(value ? 1 : 0));
    static final BinaryForm<Byte> INT8 = BinaryForm.of(21, (value, out) -> out.int16(value));
    static final BinaryForm<Short> INT16 = BinaryForm.of(21, (value, out) -> out.int16(value));
    static final BinaryForm<Integer> INT32 = BinaryForm.of(23, (value, out) -> out.int32(value));
    static final BinaryForm<Long> INT64 = BinaryForm.of(INT8_OID, (value, out) -> out.int64(value));
    static final BinaryForm<Float> FLOAT32 = BinaryForm.of(700, (value, out) -> out.int32(Float.floatToIntBits(value)));
    static final BinaryForm<Double> FLOAT64 =
            BinaryForm.of(701, (value, out) -> out.int64(Double.doubleToLongBits(value)));
    static final BinaryForm<BigDecimal> DECIMAL = BinaryForm.of(1700, BinaryDecimal::write);
    /** {@code text}, {@code varchar} and {@code char}. */
    static final BinaryForm<String> TEXT =
            new BinaryForm<>(Set.of(TEXT_OID, 1043, 1042), (value, out) -> out.text(value));

    static final BinaryForm<byte[]> BYTES = BinaryForm.of(17, (value, out) -> out.bytes(value));
    static final BinaryForm<UUID> UUID = BinaryForm.of(2950, (value, out) -> {
        out.int64(value.getMostSignificantBits());
        out.int64(value.getLeastSignificantBits());
    });
    static final BinaryForm<Instant> INSTANT = BinaryForm.of(
            1184,
            (value, out) -> out.int64((value.getEpochSecond() - EPOCH_SECOND) * MICROS + value.getNano() / NANOS));
    static final BinaryForm<LocalDate> DATE =
            BinaryForm.of(1082, (value, out) -> out.int32((int) (value.toEpochDay() - EPOCH_DAY)));
    static final BinaryForm<LocalTime> TIME =
            BinaryForm.of(1083, (value, out) -> out.int64(value.toNanoOfDay() / NANOS));
    static final BinaryForm<LocalDateTime> DATE_TIME = BinaryForm.of(
            1114,
            (value, out) ->
                    out.int64((value.toEpochSecond(ZoneOffset.UTC) - EPOCH_SECOND) * MICROS + value.getNano() / NANOS));
    static final BinaryForm<String> JSON = BinaryForm.of(3802, (value, out) -> {
        out.int8(JSONB_VERSION);
        out.text(value);
    });
    static final BinaryForm<List<String>> TEXT_LIST = list(1009, TEXT_OID, TEXT);
    static final BinaryForm<List<Long>> INT64_LIST = list(1016, INT8_OID, INT64);

    private BinaryForms() {}

    /** An array of one dimension, or of none when it is empty, without NULLs, counted from 1. */
    private static <E> BinaryForm<List<E>> list(int column, int elementType, BinaryForm<E> element) {
        return BinaryForm.of(column, (value, out) -> {
            out.int32(value.isEmpty() ? 0 : 1);
            out.int32(0);
            out.int32(elementType);
            if (!value.isEmpty()) {
                out.int32(value.size());
                out.int32(1);
                value.forEach(item -> element.write(item, out));
            }
        });
    }
}

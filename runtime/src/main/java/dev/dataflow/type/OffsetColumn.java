package dev.dataflow.type;

import dev.dataflow.model.LogicalType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The second column of an {@code OffsetDateTime}: its offset from UTC in seconds. Stateless. */
public final class OffsetColumn {

    private OffsetColumn() {}

    /** Whether columns of a type have one. */
    public static boolean isOf(ColumnType<?> type) {
        return type.logical() == LogicalType.OFFSET_DATE_TIME;
    }

    /**
     * What it holds for a value.
     *
     * @param value a value of such a type; null for NULL
     */
    public static @Nullable Integer of(@Nullable Object value) {
        return value == null ? null : ((OffsetDateTime) value).getOffset().getTotalSeconds();
    }

    /** An instant read at UTC, at the offset that a column of the same row holds. */
    static Object read(Object instant, ResultSet row, int index) throws SQLException {
        int seconds = row.getInt(index);
        if (row.wasNull()) {
            throw new IllegalValueException("holds an instant without its offset");
        }
        try {
            return ((OffsetDateTime) instant).withOffsetSameInstant(ZoneOffset.ofTotalSeconds(seconds));
        } catch (DateTimeException e) {
            throw new IllegalValueException("holds an offset beyond 18 hours");
        }
    }
}

package dev.dataflow.trait;

import dev.dataflow.metadata.Column;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.type.ParameterWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the runtime fills managed columns with during one call.
 *
 * @param now the one instant of the call, in microseconds
 */
public record Stamp(Instant now) {

    private static final Long FIRST_VERSION = 1L;

    /** The stamp of a call that starts now. */
    public static Stamp of(Clock clock) {
        return new Stamp(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * The value of a managed column.
     *
     * @param column which
     * @return its value
     */
    public Object value(ManagedColumn column) {
        return switch (column) {
            case CREATED_AT, UPDATED_AT, DELETED_AT -> now;
            case VERSION -> FIRST_VERSION;
            case TENANT_ID -> throw new IllegalStateException(column + " has no trait yet");
        };
    }

    /**
     * The value of a managed column in a new row.
     *
     * @param column which
     * @return its value; null for NULL
     */
    public @Nullable Object inserted(ManagedColumn column) {
        return column == ManagedColumn.DELETED_AT ? null : value(column);
    }

    /** Binds the value of a managed column as the next parameter. */
    public <T> void write(Column<T> column, ParameterWriter out) throws SQLException {
        out.set(column.type().javaType().cast(value(Objects.requireNonNull(column.managed()))), column.type());
    }
}

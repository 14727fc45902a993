package dev.dataflow.trait;

import dev.dataflow.metadata.Column;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.type.ParameterWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the runtime fills managed columns with during one call.
 *
 * @param now the one instant of the call, in microseconds
 */
public record Stamp(Instant now) {

    private static final Long FIRST_VERSION = 1L;
    private static final int MICRO = 1000;

    /** The stamp of a call that starts now. */
    public static Stamp of(Clock clock) {
        Instant now = clock.instant();
        // as truncatedTo does, which makes more objects for each call
        return new Stamp(Instant.ofEpochSecond(now.getEpochSecond(), now.getNano() / MICRO * MICRO));
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

package dev.dataflow.trait;

import dev.dataflow.metadata.Column;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.type.ParameterWriter;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What the runtime fills managed columns with during one call.
 *
 * @param now the one instant of the call, in microseconds
 */
public record Stamp(Instant now) {

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
            case CREATED_AT, UPDATED_AT -> now;
            case DELETED_AT, VERSION, TENANT_ID -> throw new IllegalStateException(column + " has no trait yet");
        };
    }

    /** Binds the value of a managed column as the next parameter. */
    public <T> void write(ManagedColumn managed, Column<T> column, ParameterWriter out) throws SQLException {
        out.set(column.type().javaType().cast(value(managed)), column.type());
    }
}

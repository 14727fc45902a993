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
 * @param tenant the tenant of the call's scope; null for none
 */
public record Stamp(Instant now, @Nullable Tenant tenant) {

    private static final Long FIRST_VERSION = 1L;
    private static final int MICRO = 1000;

    /** The stamp of a call that starts now. */
    public static Stamp of(Clock clock, @Nullable Tenant tenant) {
        Instant now = clock.instant();
        // as truncatedTo does, which makes more objects for each call
        return new Stamp(Instant.ofEpochSecond(now.getEpochSecond(), now.getNano() / MICRO * MICRO), tenant);
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
            case TENANT_ID -> tenantId();
        };
    }

    /**
     * The id of the tenant.
     *
     * @throws IllegalStateException when there is none: no statement that needs one is made then
     */
    public String tenantId() {
        if (tenant == null) {
            throw new IllegalStateException("a statement of a tenant's rows has no tenant");
        }
        return tenant.id();
    }

    /** Whether a value given for a managed column is the one that a new row gets anyway, and can be no other. */
    public boolean holds(@Nullable ManagedColumn column, @Nullable Object value) {
        return column == ManagedColumn.TENANT_ID
                && tenant != null
                && tenant.id().equals(value);
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

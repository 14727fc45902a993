package dev.dataflow.processor.derive;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.dataflow.annotations.CreatedAt;
import dev.dataflow.annotations.DeletedAt;
import dev.dataflow.annotations.TenantId;
import dev.dataflow.annotations.UpdatedAt;
import dev.dataflow.annotations.Version;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.processor.source.ModelSource;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The columns that the options of a model add to it. */
public final class ManagedColumns {

    /** The annotations that surface them. */
    public static final Map<ManagedColumn, Class<? extends Annotation>> ANNOTATIONS = Map.of(
            ManagedColumn.CREATED_AT, CreatedAt.class,
            ManagedColumn.UPDATED_AT, UpdatedAt.class,
            ManagedColumn.DELETED_AT, DeletedAt.class,
            ManagedColumn.VERSION, Version.class,
            ManagedColumn.TENANT_ID, TenantId.class);

    private static final ClassName INSTANT = ClassName.get(Instant.class);
    private static final ClassName STRING = ClassName.get(String.class);

    /** What MySQL and MariaDB compute of {@code deleted_at} for unique keys that leave deleted rows out. */
    public static final String LIVE = ManagedColumn.DELETED_AT.column() + "_live";

    private ManagedColumns() {}

    /** Those of a model. */
    public static List<ManagedColumn> of(ModelSource source) {
        List<ManagedColumn> columns = new ArrayList<>();
        if (Timestamps.on(source)) {
            columns.add(ManagedColumn.CREATED_AT);
            columns.add(ManagedColumn.UPDATED_AT);
        }
        if (isSoftDeleted(source)) {
            columns.add(ManagedColumn.DELETED_AT);
        }
        if (source.model().flag("versioned")) {
            columns.add(ManagedColumn.VERSION);
        }
        if (isMultiTenant(source)) {
            columns.add(ManagedColumn.TENANT_ID);
        }
        return columns;
    }

    /** Whether deletes of a model mark its rows. */
    public static boolean isSoftDeleted(ModelSource source) {
        return source.model().flag("softDelete");
    }

    /** Whether rows of a model belong to tenants. */
    public static boolean isMultiTenant(ModelSource source) {
        return source.model().flag("multiTenant");
    }

    /** The option that adds a column, as it is switched on. */
    public static String option(ManagedColumn column) {
        return switch (column) {
            case DELETED_AT -> "softDelete = true";
            case VERSION -> "versioned = true";
            case TENANT_ID -> "multiTenant = true";
            default -> "timestamps = true";
        };
    }

    /** Whether a column may hold NULL. */
    public static boolean isNullable(ManagedColumn column) {
        return column == ManagedColumn.DELETED_AT;
    }

    /** What a column holds. */
    public static LogicalType logical(ManagedColumn column) {
        return switch (column) {
            case VERSION -> LogicalType.INT64;
            case TENANT_ID -> LogicalType.VARCHAR;
            default -> LogicalType.INSTANT;
        };
    }

    /** The Java type of a column. */
    public static TypeName type(ManagedColumn column) {
        return switch (column) {
            case VERSION -> TypeName.LONG;
            case TENANT_ID -> STRING;
            default -> INSTANT;
        };
    }
}

package dev.dataflow.processor.derive;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.dataflow.annotations.CreatedAt;
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
            ManagedColumn.VERSION, Version.class);

    private static final ClassName INSTANT = ClassName.get(Instant.class);

    private ManagedColumns() {}

    /** Those of a model. */
    public static List<ManagedColumn> of(ModelSource source) {
        List<ManagedColumn> columns = new ArrayList<>();
        if (Timestamps.on(source)) {
            columns.add(ManagedColumn.CREATED_AT);
            columns.add(ManagedColumn.UPDATED_AT);
        }
        if (source.model().flag("versioned")) {
            columns.add(ManagedColumn.VERSION);
        }
        return columns;
    }

    /** The option that adds a column, as it is switched on. */
    public static String option(ManagedColumn column) {
        return column == ManagedColumn.VERSION ? "versioned = true" : "timestamps = true";
    }

    /** What a column holds. */
    public static LogicalType logical(ManagedColumn column) {
        return column == ManagedColumn.VERSION ? LogicalType.INT64 : LogicalType.INSTANT;
    }

    /** The Java type of a column. */
    public static TypeName type(ManagedColumn column) {
        return column == ManagedColumn.VERSION ? TypeName.LONG : INSTANT;
    }
}

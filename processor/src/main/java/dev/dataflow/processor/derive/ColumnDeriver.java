package dev.dataflow.processor.derive;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.RenamedFrom;
import dev.dataflow.annotations.Unique;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ManagedColumn;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedColumn.Size;
import dev.dataflow.processor.name.SnakeCase;
import dev.dataflow.processor.name.UniqueNames;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.ComponentSource;
import dev.dataflow.processor.source.ModelSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out the columns. */
final class ColumnDeriver {

    private static final int DEFAULT_LENGTH = 255;
    private static final int DEFAULT_PRECISION = 38;
    private static final int DEFAULT_SCALE = 10;

    private final ModelSource source;
    private final List<ComponentSource> key;
    private final Set<String> indexed;
    private final UniqueNames constants;
    private final UniqueNames typeConstants;

    ColumnDeriver(ModelSource source, List<ComponentSource> key, Set<String> taken) {
        this.source = source;
        this.key = key;
        this.indexed = source.indexes().stream()
                .flatMap(index -> index.texts("fields").stream())
                .collect(Collectors.toSet());
        this.constants = new UniqueNames(taken);
        this.typeConstants = new UniqueNames(taken);
        this.typeConstants.claim("INSTANCE");
    }

    List<GeneratedColumn> columns() {
        List<GeneratedColumn> columns = new ArrayList<>();
        source.components().forEach(component -> columns.add(column(component)));
        ManagedColumns.of(source).stream()
                .filter(managed -> columns.stream().noneMatch(column -> column.managed() == managed))
                .toList()
                .forEach(managed -> columns.add(hidden(managed)));
        return columns;
    }

    private GeneratedColumn column(ComponentSource component) {
        ManagedColumn managed = managed(component);
        String constant = SnakeCase.constant(component.name());
        LogicalType logical = logical(component);
        return new GeneratedColumn(
                component.name(),
                managed == null ? name(component) : managed.column(),
                constants.claim(constant),
                typeConstants.claim(constant + "_TYPE"),
                component.type().name(),
                logical,
                component.type().constants(),
                managed == null ? isNullable(component) : ManagedColumns.isNullable(managed),
                managed == null ? size(component, logical) : size(managed),
                CollationDeriver.collation(component),
                component
                        .find(Default.class)
                        .flatMap(value -> value.text("value"))
                        .orElse(null),
                managed,
                component.access(),
                component.type().conversion(),
                FormerNames.of(component.find(RenamedFrom.class)));
    }

    private GeneratedColumn hidden(ManagedColumn managed) {
        String constant = managed.name();
        return new GeneratedColumn(
                managed.column(),
                managed.column(),
                constants.claim(constant),
                typeConstants.claim(constant + "_TYPE"),
                ManagedColumns.type(managed),
                ManagedColumns.logical(managed),
                List.of(),
                ManagedColumns.isNullable(managed),
                size(managed),
                null,
                null,
                managed,
                null,
                null,
                List.of());
    }

    private static String name(ComponentSource component) {
        return component
                .find(Column.class)
                .flatMap(column -> column.name("value"))
                .orElseGet(() -> SnakeCase.of(component.name()));
    }

    private static @Nullable ManagedColumn managed(ComponentSource component) {
        return ManagedColumns.ANNOTATIONS.entrySet().stream()
                .filter(each -> component.has(each.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private boolean isNullable(ComponentSource component) {
        if (isKey(component) || component.type().name().isPrimitive()) {
            return false;
        }
        return component
                .find(Column.class)
                .flatMap(column -> column.text("nullable"))
                .filter(written -> !written.equals(Column.Nullability.AUTO.name()))
                .map(written -> written.equals(Column.Nullability.YES.name()))
                .orElse(component.nullable());
    }

    private @Nullable LogicalType logical(ComponentSource component) {
        LogicalType type = component.type().logical();
        boolean limited = isKey(component)
                || managed(component) == ManagedColumn.TENANT_ID
                || component.has(Unique.class)
                || component.has(References.class)
                || indexed.contains(component.name())
                || component
                        .find(Column.class)
                        .filter(column -> column.number("length", 0) > 0)
                        .isPresent();
        return type == LogicalType.TEXT && limited ? LogicalType.VARCHAR : type;
    }

    private static Size size(ManagedColumn managed) {
        return managed == ManagedColumn.TENANT_ID ? Size.ofText(ManagedColumn.TENANT_LENGTH) : Size.NONE;
    }

    private static Size size(ComponentSource component, @Nullable LogicalType logical) {
        Optional<AnnotationSource> column = component.find(Column.class);
        if (logical == LogicalType.VARCHAR || logical == LogicalType.ENUM) {
            int length = column.map(found -> found.number("length", 0)).orElse(0);
            return Size.ofText(length == 0 ? DEFAULT_LENGTH : length);
        }
        if (logical == LogicalType.BIG_INTEGER) {
            return new Size(
                    0,
                    column.map(found -> found.number("precision", DEFAULT_PRECISION))
                            .orElse(DEFAULT_PRECISION),
                    0);
        }
        if (logical == LogicalType.DECIMAL) {
            return new Size(
                    0,
                    column.map(found -> found.number("precision", DEFAULT_PRECISION))
                            .orElse(DEFAULT_PRECISION),
                    column.map(found -> found.number("scale", DEFAULT_SCALE)).orElse(DEFAULT_SCALE));
        }
        return Size.NONE;
    }

    private boolean isKey(ComponentSource component) {
        return key.contains(component);
    }
}

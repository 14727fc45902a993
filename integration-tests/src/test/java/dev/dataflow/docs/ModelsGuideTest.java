package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.descriptor.DescriptorReader;
import dev.dataflow.migrations.storage.Storage;
import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks the page about models: its table of types says what is stored. */
class ModelsGuideTest {

    private static final String PAGE = Pages.read(Pages.root().resolve("docs/guide/models.md"));

    private static final Map<LogicalType, ColumnDescriptor> COLUMNS = new EnumMap<>(columns(EveryType.class.getName()));

    @ParameterizedTest
    @EnumSource(LogicalType.class)
    void eachTypeIsInTheTable(LogicalType type) {
        ColumnDescriptor column = COLUMNS.get(type);
        assertThat(column).as("a component of the type in EveryType").isNotNull();
        String stored = List.of(DatabaseEngine.POSTGRESQL, DatabaseEngine.MYSQL, DatabaseEngine.SQLITE).stream()
                .map(engine -> "`" + Storage.of(engine).type(column).sql() + "`")
                .collect(Collectors.joining(" | "));
        assertThat(PAGE.lines())
                .filteredOn(line -> line.startsWith("| "))
                .as("a line of the table with | %s |", stored)
                .anySatisfy(line -> assertThat(line)
                        .contains("`" + simpleName(column, type))
                        .contains("| " + stored + " |"));
    }

    private static Map<LogicalType, ColumnDescriptor> columns(String model) {
        ModelDescriptor descriptor = new DescriptorReader(EveryType.class.getClassLoader()).read(model);
        return descriptor.columns().stream()
                .filter(ColumnDescriptor::component)
                .collect(Collectors.toMap(ColumnDescriptor::type, column -> column, (first, second) -> second));
    }

    private static String simpleName(ColumnDescriptor column, LogicalType type) {
        return type == LogicalType.ENUM ? "enum" : column.javaType().replaceAll("\\b[a-z]+\\.", "");
    }
}

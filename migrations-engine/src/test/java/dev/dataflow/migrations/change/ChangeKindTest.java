package dev.dataflow.migrations.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.PrimaryKey;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeKindTest {

    private static final Column NAME = Column.of("name", ColumnType.of(DatabaseEngine.POSTGRESQL, "text"));

    @ParameterizedTest
    @MethodSource("types")
    void eachChangeIsOfAKindOfItsOwn(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        Object[] values = Stream.of(constructor.getParameterTypes())
                .map(each -> each == ColumnAspect.class ? ColumnAspect.TYPE : null)
                .toArray();
        assertThat(((Change) constructor.newInstance(values)).kind().type()).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource(ColumnAspect.class)
    void whatAColumnBecomesHasAKind(ColumnAspect aspect) {
        assertThat(new ColumnChange.Alter("users", aspect, NAME, NAME).kind().type())
                .isEqualTo(ColumnChange.Alter.class);
    }

    /** A plan file says which type is to be read. */
    @Test
    void aNameInPlanFilesIsOfOneType() {
        assertThat(Stream.of(ChangeKind.values())
                        .collect(Collectors.groupingBy(
                                ChangeKind::inPlanFiles, Collectors.mapping(ChangeKind::type, Collectors.toSet()))))
                .hasSameSizeAs(types().toList())
                .allSatisfy((name, types) -> assertThat(types).as(name).hasSize(1));
    }

    @Test
    void allowListsNameTheKindAndTheObject() {
        assertThat(Stream.of(
                                new TableChange.Rename("users", "people"),
                                new ColumnChange.Drop("users", NAME),
                                new ColumnChange.Alter("users", ColumnAspect.COLLATION, NAME, NAME),
                                new ColumnChange.Alter("users", ColumnAspect.DEFAULT, NAME, NAME),
                                new PrimaryKeyChange.Drop("users", PrimaryKey.of("pk_users", List.of("id"))))
                        .map(Change::allowance))
                .containsExactly(
                        "rename-table:users",
                        "drop-column:users.name",
                        "type-change:users.name",
                        "alter-column:users.name",
                        "drop-primary-key:users");
    }

    static Stream<Class<?>> types() {
        return types(Change.class);
    }

    private static Stream<Class<?>> types(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(ChangeKindTest::types)
                : Stream.of(type);
    }
}

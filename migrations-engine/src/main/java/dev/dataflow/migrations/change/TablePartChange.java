package dev.dataflow.migrations.change;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that a table has besides columns comes or goes. */
public sealed interface TablePartChange extends Change
        permits PrimaryKeyChange,
                UniqueKeyChange,
                IndexChange,
                ForeignKeyChange,
                CheckChange,
                ExclusionChange,
                TriggerChange,
                PolicyChange,
                RuleChange {

    /** The table's name, as it is when the change is made. */
    String table();

    @Override
    default Optional<String> ofTable() {
        return Optional.of(table());
    }

    /** What it is called; one without a name by what it is of. */
    String name();

    @Override
    default String object() {
        return table() + "." + name();
    }

    /** Whether it goes. */
    boolean isDrop();

    /** What a key is called: one without a name by its columns. */
    static String name(@Nullable String name, List<String> columns) {
        return name == null ? "over " + String.join(", ", columns) : name;
    }
}

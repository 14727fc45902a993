package dev.dataflow.migrations.change;

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

    /** Whether it goes. */
    boolean isDrop();
}

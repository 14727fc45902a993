package dev.dataflow.migrations.change;

/**
 * The kinds of change there are. What plan files and allow-lists call them is written down by people and kept in files: it
 * stays when a class gets another name.
 */
public enum ChangeKind {
    /** A table comes. */
    TABLE_CREATE(TableChange.Create.class, "table.create", "create-table"),
    /** A table goes. */
    TABLE_DROP(TableChange.Drop.class, "table.drop", "drop-table"),
    /** A table gets another name. */
    TABLE_RENAME(TableChange.Rename.class, "table.rename", "rename-table"),
    /** Options of a table become others. */
    TABLE_OPTIONS(TableChange.AlterOptions.class, "table.alterOptions", "alter-table"),
    /** How rows are spread, or what a table inherits from, becomes another. */
    TABLE_PARTITIONS(TableChange.AlterPartitions.class, "table.alterPartitions", "alter-table"),
    /** A column comes. */
    COLUMN_ADD(ColumnChange.Add.class, "column.add", "add-column"),
    /** A column goes. */
    COLUMN_DROP(ColumnChange.Drop.class, "column.drop", "drop-column"),
    /** A column gets another name. */
    COLUMN_RENAME(ColumnChange.Rename.class, "column.rename", "rename-column"),
    /** A column gets another type or collation. */
    COLUMN_TYPE(ColumnChange.Alter.class, "column.alter", "type-change"),
    /** A column comes to hold NULL, or no longer. */
    COLUMN_NULLABILITY(ColumnChange.Alter.class, "column.alter", "nullability-change"),
    /** Something else of a column becomes another. */
    COLUMN_ALTER(ColumnChange.Alter.class, "column.alter", "alter-column"),
    /** A primary key comes. */
    PRIMARY_KEY_ADD(PrimaryKeyChange.Add.class, "primaryKey.add", "add-primary-key"),
    /** A primary key goes. */
    PRIMARY_KEY_DROP(PrimaryKeyChange.Drop.class, "primaryKey.drop", "drop-primary-key"),
    /** A unique constraint comes. */
    UNIQUE_KEY_ADD(UniqueKeyChange.Add.class, "uniqueKey.add", "add-unique-key"),
    /** A unique constraint goes. */
    UNIQUE_KEY_DROP(UniqueKeyChange.Drop.class, "uniqueKey.drop", "drop-unique-key"),
    /** An index comes. */
    INDEX_CREATE(IndexChange.Create.class, "index.create", "add-index"),
    /** An index goes. */
    INDEX_DROP(IndexChange.Drop.class, "index.drop", "drop-index"),
    /** A foreign key comes. */
    FOREIGN_KEY_ADD(ForeignKeyChange.Add.class, "foreignKey.add", "add-foreign-key"),
    /** A foreign key goes. */
    FOREIGN_KEY_DROP(ForeignKeyChange.Drop.class, "foreignKey.drop", "drop-foreign-key"),
    /** A check comes. */
    CHECK_ADD(CheckChange.Add.class, "check.add", "add-check"),
    /** A check goes. */
    CHECK_DROP(CheckChange.Drop.class, "check.drop", "drop-check"),
    /** An exclusion constraint comes. */
    EXCLUSION_ADD(ExclusionChange.Add.class, "exclusion.add", "add-exclusion"),
    /** An exclusion constraint goes. */
    EXCLUSION_DROP(ExclusionChange.Drop.class, "exclusion.drop", "drop-exclusion"),
    /** A trigger comes. */
    TRIGGER_CREATE(TriggerChange.Create.class, "trigger.create", "add-trigger"),
    /** A trigger goes. */
    TRIGGER_DROP(TriggerChange.Drop.class, "trigger.drop", "drop-trigger"),
    /** A policy comes. */
    POLICY_CREATE(PolicyChange.Create.class, "policy.create", "add-policy"),
    /** A policy goes. */
    POLICY_DROP(PolicyChange.Drop.class, "policy.drop", "drop-policy"),
    /** A rule comes. */
    RULE_CREATE(RuleChange.Create.class, "rule.create", "add-rule"),
    /** A rule goes. */
    RULE_DROP(RuleChange.Drop.class, "rule.drop", "drop-rule"),
    /** A view comes. */
    VIEW_CREATE(ViewChange.Create.class, "view.create", "create-view"),
    /** A view goes. */
    VIEW_DROP(ViewChange.Drop.class, "view.drop", "drop-view"),
    /** A materialised view comes. */
    MATERIALISED_VIEW_CREATE(
            MaterialisedViewChange.Create.class, "materialisedView.create", "create-materialised-view"),
    /** A materialised view goes. */
    MATERIALISED_VIEW_DROP(MaterialisedViewChange.Drop.class, "materialisedView.drop", "drop-materialised-view"),
    /** A sequence comes. */
    SEQUENCE_CREATE(SequenceChange.Create.class, "sequence.create", "create-sequence"),
    /** A sequence goes. */
    SEQUENCE_DROP(SequenceChange.Drop.class, "sequence.drop", "drop-sequence"),
    /** A sequence becomes another. */
    SEQUENCE_ALTER(SequenceChange.Alter.class, "sequence.alter", "alter-sequence"),
    /** An enum type comes. */
    ENUM_TYPE_CREATE(EnumTypeChange.Create.class, "enumType.create", "create-enum-type"),
    /** An enum type goes. */
    ENUM_TYPE_DROP(EnumTypeChange.Drop.class, "enumType.drop", "drop-enum-type"),
    /** An enum type gets another value. */
    ENUM_TYPE_ADD_VALUE(EnumTypeChange.AddValue.class, "enumType.addValue", "alter-enum-type"),
    /** An enum type becomes another. */
    ENUM_TYPE_ALTER(EnumTypeChange.Alter.class, "enumType.alter", "alter-enum-type"),
    /** A domain comes. */
    DOMAIN_CREATE(DomainChange.Create.class, "domain.create", "create-domain"),
    /** A domain goes. */
    DOMAIN_DROP(DomainChange.Drop.class, "domain.drop", "drop-domain"),
    /** A domain becomes another. */
    DOMAIN_ALTER(DomainChange.Alter.class, "domain.alter", "alter-domain"),
    /** A composite type comes. */
    COMPOSITE_TYPE_CREATE(CompositeTypeChange.Create.class, "compositeType.create", "create-composite-type"),
    /** A composite type goes. */
    COMPOSITE_TYPE_DROP(CompositeTypeChange.Drop.class, "compositeType.drop", "drop-composite-type"),
    /** A composite type becomes another. */
    COMPOSITE_TYPE_ALTER(CompositeTypeChange.Alter.class, "compositeType.alter", "alter-composite-type"),
    /** A range type or a collation comes. */
    DEFINED_TYPE_CREATE(DefinedTypeChange.Create.class, "definedType.create", "create-defined-type"),
    /** A range type or a collation goes. */
    DEFINED_TYPE_DROP(DefinedTypeChange.Drop.class, "definedType.drop", "drop-defined-type"),
    /** A range type or a collation becomes another. */
    DEFINED_TYPE_ALTER(DefinedTypeChange.Alter.class, "definedType.alter", "alter-defined-type"),
    /** A routine comes. */
    ROUTINE_CREATE(RoutineChange.Create.class, "routine.create", "create-routine"),
    /** A routine goes. */
    ROUTINE_DROP(RoutineChange.Drop.class, "routine.drop", "drop-routine"),
    /** A routine becomes another. */
    ROUTINE_ALTER(RoutineChange.Alter.class, "routine.alter", "alter-routine");

    private final Class<? extends Change> type;
    private final String inPlanFiles;
    private final String inAllowLists;

    ChangeKind(Class<? extends Change> type, String inPlanFiles, String inAllowLists) {
        this.type = type;
        this.inPlanFiles = inPlanFiles;
        this.inAllowLists = inAllowLists;
    }

    /** The changes that are of it; those of one type can be of several kinds. */
    public Class<? extends Change> type() {
        return type;
    }

    /** What plan files call its type: {@code column.drop}. */
    public String inPlanFiles() {
        return inPlanFiles;
    }

    /** What allow-lists call it: {@code drop-column}; several can have one name. */
    public String inAllowLists() {
        return inAllowLists;
    }
}

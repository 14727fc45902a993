package dev.dataflow.migrations.change;

/** Something that is no table comes, goes or becomes another. */
public sealed interface SchemaObjectChange extends Change
        permits ViewChange,
                MaterialisedViewChange,
                SequenceChange,
                EnumTypeChange,
                DomainChange,
                CompositeTypeChange,
                RoutineChange {

    /** The object's name. */
    String name();
}

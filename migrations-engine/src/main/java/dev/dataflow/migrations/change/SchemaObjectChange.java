package dev.dataflow.migrations.change;

import java.util.Optional;

/** Something that is no table comes, goes or becomes another. */
public sealed interface SchemaObjectChange extends Change
        permits ViewChange,
                MaterialisedViewChange,
                SequenceChange,
                EnumTypeChange,
                DomainChange,
                CompositeTypeChange,
                DefinedTypeChange,
                RoutineChange {

    /** The object's name. */
    String name();

    @Override
    default String object() {
        return name();
    }

    @Override
    default Optional<String> ofTable() {
        return Optional.empty();
    }
}

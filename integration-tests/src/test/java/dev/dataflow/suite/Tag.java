package dev.dataflow.suite;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import org.jspecify.annotations.Nullable;

/** A key the caller assigns, two unique keys, a reference to itself, reserved words, and no timestamps. */
@SuppressWarnings("VAL-003")
@Model(table = "group", timestamps = false)
public record Tag(
        @Id(generation = Id.Generation.ASSIGNED) String code,
        @Unique @Column("select") String label,
        @Nullable @Unique Integer rank,
        @Default("7") int weight,
        @Nullable @References(Tag.class) String parentCode) {}

package dev.dataflow.suite;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;

/** A table and a key named by words that SQL reserves. */
@SuppressWarnings("VAL-003")
@Model(table = "user")
public record User(@Id long key, @Unique(name = "unique") String group) {}

package dev.dataflow.suite.soft;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.Unique;
import dev.dataflow.annotations.Version;

/** Deleted softly, and counted. */
@Model(table = "soft_deeds", softDelete = true, versioned = true)
public record Deed(
        Long id,
        @Unique(includeDeleted = true) String number,
        String name,
        @Version long version) {

    Deed(String number, String name) {
        this(null, number, name, 0);
    }
}

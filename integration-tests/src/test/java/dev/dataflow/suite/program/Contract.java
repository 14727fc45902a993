package dev.dataflow.suite.program;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;

/** Keeps its author from being deleted. */
@Model(table = "program_contracts", multiTenant = true)
public record Contract(
        Long id,

        @References(value = Author.class, inverse = "contracts")
        long authorId,

        String terms) {}

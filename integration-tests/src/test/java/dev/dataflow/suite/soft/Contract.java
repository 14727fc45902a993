package dev.dataflow.suite.soft;

import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;

/** Keeps its author from being deleted. */
@Model(table = "soft_contracts")
public record Contract(
        Long id,

        @References(value = Author.class, inverse = "contracts")
        long authorId,

        String terms) {}

package dev.dataflow.docs;

import dev.dataflow.annotations.Default;
import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.References;

/** A model of the page about tenants. */
// docs:card
@Model(multiTenant = true, timestamps = false)
@Index(fields = "done")
public record Card(
        Long id,
        @References(value = Board.class, inverse = "cards") long boardId,
        String text,
        @Default("false") boolean done) {}
// docs:end

package dev.dataflow.suite.form;

import dev.dataflow.annotations.Model;
import dev.dataflow.model.NodeKind;
import org.jspecify.annotations.Nullable;

/** Rows that are only written and read. */
@Model(nodes = {NodeKind.READ, NodeKind.CREATE, NodeKind.BULK_DELETE})
public record Event(@Nullable Long id, String name) {}

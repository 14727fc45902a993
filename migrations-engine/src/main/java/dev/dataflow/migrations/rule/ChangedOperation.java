package dev.dataflow.migrations.rule;

import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.statement.Operation;
import org.jspecify.annotations.Nullable;

/** An operation with the typed change that it stands for; null for none. */
record ChangedOperation(Operation operation, @Nullable Change change) {}

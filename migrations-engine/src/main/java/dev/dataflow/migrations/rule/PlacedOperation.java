package dev.dataflow.migrations.rule;

import dev.dataflow.migrations.statement.Operation;

/** An operation with its statement. */
record PlacedOperation(PlacedStatement statement, Operation operation) {}

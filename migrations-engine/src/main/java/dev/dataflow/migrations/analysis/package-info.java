/**
 * What depends on what in a schema, and what happens to it: {@link dev.dataflow.migrations.analysis.DependencyAnalyzer}
 * for everything, {@link dev.dataflow.migrations.analysis.ForeignKeyAnalyzer} for foreign keys and the rows they reach,
 * {@link dev.dataflow.migrations.analysis.TableRenameAnalyzer} for giving a table another name while programs use the old
 * one. They take a schema and give values, and open no connection.
 */
@NullMarked
package dev.dataflow.migrations.analysis;

import org.jspecify.annotations.NullMarked;

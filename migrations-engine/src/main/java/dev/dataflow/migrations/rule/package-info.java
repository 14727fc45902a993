/**
 * What each change of a schema locks, rewrites, breaks and loses: one class for each hazard, with what is claimed of each
 * database and where that was measured.
 */
@NullMarked
package dev.dataflow.migrations.rule;

import org.jspecify.annotations.NullMarked;

/**
 * The nodes: base classes that generated node classes extend, their inputs and outputs, and the registry that finds them
 * by name. Generated code and applications use it; it asks the statement layer for SQL and writes none.
 */
@NullMarked
package dev.dataflow.node;

import org.jspecify.annotations.NullMarked;

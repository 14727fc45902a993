/**
 * What generated code tells the runtime about a model: its table, columns and keys, how to read and bind its rows, and
 * its draft and patch. Generated code extends these classes; the statement and node layers use them.
 */
@NullMarked
package dev.dataflow.metadata;

import org.jspecify.annotations.NullMarked;

/**
 * The types a model's columns can have and how their values travel to and from each database. Used by generated code
 * and by every layer above; knows nothing of models or statements.
 */
@NullMarked
package dev.dataflow.type;

import org.jspecify.annotations.NullMarked;

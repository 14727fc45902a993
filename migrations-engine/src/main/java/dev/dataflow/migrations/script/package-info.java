/** The SQL that creates a whole schema. */
@NullMarked
package dev.dataflow.migrations.script;

import org.jspecify.annotations.NullMarked;

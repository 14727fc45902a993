/** The SQL that creates tables. */
@NullMarked
package dev.dataflow.migrations.ddl;

import org.jspecify.annotations.NullMarked;

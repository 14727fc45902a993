/** What SQL statements do, as far as their text says: from a plan's steps as well as from files that people wrote. */
@NullMarked
package dev.dataflow.migrations.statement;

import org.jspecify.annotations.NullMarked;

/** Plans in files: as JSON, to be looked at, kept and carried out later, and as SQL for Flyway. */
@NullMarked
package dev.dataflow.migrations.planfile;

import org.jspecify.annotations.NullMarked;

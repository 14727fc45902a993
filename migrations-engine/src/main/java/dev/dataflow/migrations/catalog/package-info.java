/** The schema that a database has, read from its catalog in a constant number of queries. */
@NullMarked
package dev.dataflow.migrations.catalog;

import org.jspecify.annotations.NullMarked;

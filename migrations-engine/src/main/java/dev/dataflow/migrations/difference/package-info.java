/** Where the schema a database has is not the one the models want. */
@NullMarked
package dev.dataflow.migrations.difference;

import org.jspecify.annotations.NullMarked;

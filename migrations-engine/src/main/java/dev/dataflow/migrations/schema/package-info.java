/**
 * A schema as immutable values: everything that a database keeps about the objects in one of its schemas. Two schemas are
 * equal when the database would do the same with both; what a name without a schema means and in which order the catalog
 * was read makes no difference.
 *
 * <p>Names of objects in the same schema carry no schema. Expressions and definitions are the server's own text. What
 * stands in {@code options} is what only one database knows: each type lists its keys.
 */
@NullMarked
package dev.dataflow.migrations.schema;

import org.jspecify.annotations.NullMarked;

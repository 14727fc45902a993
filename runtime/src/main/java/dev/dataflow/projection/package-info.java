/**
 * What is read of each row: a model, some of its columns as a record or a map, and the rows its relations lead to. Checked
 * against the models here; the statement layer selects the columns, and the nodes run the statements.
 */
@NullMarked
package dev.dataflow.projection;

import org.jspecify.annotations.NullMarked;

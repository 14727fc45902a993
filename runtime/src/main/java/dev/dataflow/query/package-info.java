/**
 * What a caller asks for: conditions, filters, order, page. Parsed and checked against a model here, turned into SQL by
 * the statement layer.
 */
@NullMarked
package dev.dataflow.query;

import org.jspecify.annotations.NullMarked;

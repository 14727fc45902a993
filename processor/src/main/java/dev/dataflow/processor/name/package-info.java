/** How names are made from names: columns, tables, constraints, constants. Pure functions of strings. */
@NullMarked
package dev.dataflow.processor.name;

import org.jspecify.annotations.NullMarked;

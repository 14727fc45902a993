/** The one place where SQL is made. Statements carry the traits of their model, and nothing outside this package can make one. */
@NullMarked
package dev.dataflow.statement;

import org.jspecify.annotations.NullMarked;

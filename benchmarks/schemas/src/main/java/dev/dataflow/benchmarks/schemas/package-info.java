/** Reading and comparing large schemas beside Liquibase. */
@NullMarked
package dev.dataflow.benchmarks.schemas;

import org.jspecify.annotations.NullMarked;

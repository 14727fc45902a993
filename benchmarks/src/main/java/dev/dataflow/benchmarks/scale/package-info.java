/** Many models: how long they take to compile, beside Micronaut Data, and to open. */
@NullMarked
package dev.dataflow.benchmarks.scale;

import org.jspecify.annotations.NullMarked;

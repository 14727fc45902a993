/** How long changes of schemas take beside how long the risk engine expects them to take. */
@NullMarked
package dev.dataflow.benchmarks.work;

import org.jspecify.annotations.NullMarked;

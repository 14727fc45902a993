/** What happens when builds go wrong: compiles without the processor, left-over classes, versions that do not fit. */
@NullMarked
package dev.dataflow.build;

import org.jspecify.annotations.NullMarked;

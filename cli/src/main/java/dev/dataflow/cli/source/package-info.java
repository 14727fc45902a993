/** Where schemas come from: databases, models, files. */
@NullMarked
package dev.dataflow.cli.source;

import org.jspecify.annotations.NullMarked;

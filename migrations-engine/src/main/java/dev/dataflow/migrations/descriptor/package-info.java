/** Reads the descriptors of models from the class path, strictly: what cannot be understood is refused. */
@NullMarked
package dev.dataflow.migrations.descriptor;

import org.jspecify.annotations.NullMarked;

/** A schema as JSON, and its fingerprint. */
@NullMarked
package dev.dataflow.migrations.snapshot;

import org.jspecify.annotations.NullMarked;

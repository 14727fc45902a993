/** How each database stores what a model's column holds. It must agree with the codecs in {@code dev.dataflow.type}. */
@NullMarked
package dev.dataflow.migrations.storage;

import org.jspecify.annotations.NullMarked;

/**
 * Works out the model to be generated from the one in the source: names, types, keys, defaults. It takes a model that
 * has errors too, and makes of it what can be made, for the skeleton.
 */
@NullMarked
package dev.dataflow.processor.derive;

import org.jspecify.annotations.NullMarked;

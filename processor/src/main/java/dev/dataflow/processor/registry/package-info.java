/** What concerns all models of a source set: the module that lists them, and checks across them. */
@NullMarked
package dev.dataflow.processor.registry;

import org.jspecify.annotations.NullMarked;

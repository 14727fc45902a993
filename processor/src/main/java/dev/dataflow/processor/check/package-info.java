/** The rules a model must keep; one class per family of rules. All of them run, so that one compile reports all. */
@NullMarked
package dev.dataflow.processor.check;

import org.jspecify.annotations.NullMarked;

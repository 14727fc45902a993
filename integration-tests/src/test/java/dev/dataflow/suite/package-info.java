/** Shared suites: each runs on every engine, against real databases. */
@NullMarked
package dev.dataflow.suite;

import org.jspecify.annotations.NullMarked;

/**
 * The {@code DataFlow} facade: opens a database with its models and hands out scopes that nodes run in. The entry point
 * of applications; it may use every other package.
 */
@NullMarked
package dev.dataflow;

import org.jspecify.annotations.NullMarked;

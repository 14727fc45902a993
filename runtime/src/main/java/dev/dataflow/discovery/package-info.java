/**
 * Looks at class files, without loading them, for models whose generated code is missing or no longer fits. A class file is read by hand: what
 * is looked at has not changed since Java 1.0, while a library such as ASM refuses files newer than it knows, and would be
 * one more dependency of every application.
 */
@NullMarked
package dev.dataflow.discovery;

import org.jspecify.annotations.NullMarked;

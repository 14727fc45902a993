/**
 * Real databases for tests and demos: one server per engine and JVM, started on first use, and a fresh, empty database
 * for each test class. Knows JDBC and JUnit, and nothing of DataFlow itself.
 */
@NullMarked
package dev.dataflow.testing;

import org.jspecify.annotations.NullMarked;

/**
 * Brings the schema of a database to its models. {@link dev.dataflow.migrations.SchemaDdl} lists the SQL; the step that
 * runs when an instance opens is found by {@link java.util.ServiceLoader}.
 *
 * <p>A package imports only from packages before it in this list: {@code identifier}, {@code schema}, {@code reader} and
 * its own, {@code script}, {@code snapshot}, {@code change}, {@code diff}, {@code statistics}, {@code plan},
 * {@code statement}, {@code rule}, {@code analysis}, {@code fact}, {@code risk}, {@code planfile}, {@code table},
 * {@code descriptor}, {@code rename}, {@code storage}, {@code target}, {@code limit}, {@code catalog}, {@code difference},
 * {@code order}, {@code ddl}, {@code scratch}, {@code lock}, {@code open}, and this one.
 */
@NullMarked
package dev.dataflow.migrations;

import org.jspecify.annotations.NullMarked;

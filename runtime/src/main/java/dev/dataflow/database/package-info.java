/**
 * The database behind an instance: its URL, pool, dialect, errors and jOOQ configuration, and the seam by which the
 * migrations engine brings the schema up to date. Of models it knows only their names and metadata, to say errors in
 * their words.
 */
@NullMarked
package dev.dataflow.database;

import org.jspecify.annotations.NullMarked;

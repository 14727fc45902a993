/** What SQL brings a database from one schema to another: steps that can be run, told about and taken back one by one. */
@NullMarked
package dev.dataflow.migrations.plan;

import org.jspecify.annotations.NullMarked;

/**
 * What a model is, as immutable records: the contract between the processor, which writes one JSON file per model, and
 * everything that reads models without loading their classes (migrations, command line, diagrams). Depends on nothing.
 */
@NullMarked
package dev.dataflow.model;

import org.jspecify.annotations.NullMarked;

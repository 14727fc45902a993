package dev.dataflow.processor.source;

import dev.dataflow.processor.problem.Place;

/**
 * A name the compiler does not know yet; another processor may still generate it.
 *
 * @param name the name
 * @param place where it is used
 */
public record Unresolved(String name, Place place) {}

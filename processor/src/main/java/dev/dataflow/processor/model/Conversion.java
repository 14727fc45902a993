package dev.dataflow.processor.model;

import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * How a component's type is stored as another.
 *
 * @param stored the stored type, boxed
 * @param converter the converter's class; null for a value type that converts itself
 * @param from what makes a value of the stored one: {@code new}, or a static method
 * @param to the accessor of the stored value
 */
public record Conversion(TypeName stored, @Nullable TypeName converter, String from, String to) {}

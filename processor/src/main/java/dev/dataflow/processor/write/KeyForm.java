package dev.dataflow.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import dev.dataflow.processor.name.UniqueNames;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way to give a key: whole, or by its values, so that {@code read(1)} and {@code read(1, 2)} compile.
 *
 * @param parameters the parameters a method takes
 * @param type the class that makes the key of them; null when it is there as it is
 * @param before what stands before the class
 * @param after what stands after it
 */
record KeyForm(List<ParameterSpec> parameters, @Nullable TypeName type, String before, String after) {

    /** The key as it is: boxed, or the generated class. */
    static KeyForm whole(GeneratedModel model) {
        return new KeyForm(List.of(ParameterSpec.builder(model.keyType(), "id").build()), null, "id", "");
    }

    /** The other ways: an integer as a primitive, a composite key value by value. */
    static List<KeyForm> byValues(GeneratedModel model) {
        if (model.isComposite()) {
            return List.of(parts(model));
        }
        TypeName key = model.keyType();
        if (!key.equals(TypeName.LONG.box()) && !key.equals(TypeName.INT.box())) {
            return List.of();
        }
        return List.of(
                new KeyForm(List.of(ParameterSpec.builder(key.unbox(), "id").build()), key, "", ".valueOf(id)"));
    }

    static List<KeyForm> all(GeneratedModel model) {
        return Stream.concat(Stream.of(whole(model)), byValues(model).stream()).toList();
    }

    /** The key they make. */
    CodeBlock key() {
        return type == null ? CodeBlock.of("$L", before) : CodeBlock.of("$L$T$L", before, type, after);
    }

    /** The key they make. */
    String key(TypeNames names) {
        return type == null ? before : before + names.of(type) + after;
    }

    /** The parameters, and one more, which gives way when it has the name of one of them. */
    List<ParameterSpec> and(TypeName type, String name) {
        return Stream.concat(
                        parameters.stream(),
                        Stream.of(ParameterSpec.builder(type, free(name)).build()))
                .toList();
    }

    /** The name of a parameter beside these. */
    String free(String name) {
        return new UniqueNames(parameters.stream().map(ParameterSpec::name).toList()).claim(name);
    }

    /** The type of a part: never null, so never boxed. */
    static TypeName partType(GeneratedColumn part) {
        return part.javaType().isBoxedPrimitive() ? part.javaType().unbox() : part.javaType();
    }

    private static KeyForm parts(GeneratedModel model) {
        List<ParameterSpec> parameters = model.keyColumns().stream()
                .map(part -> ParameterSpec.builder(partType(part), part.name()).build())
                .toList();
        String values = parameters.stream().map(ParameterSpec::name).collect(Collectors.joining(", ", "(", ")"));
        return new KeyForm(parameters, model.names().key(), "new ", values);
    }
}

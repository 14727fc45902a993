package dev.dataflow.processor.write;

import com.palantir.javapoet.TypeName;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.List;
import java.util.stream.Stream;

/** The types a key is given as: boxed, and for integers primitive too, so that {@code read(1)} compiles. */
final class KeyMethods {

    private KeyMethods() {}

    static List<TypeName> types(GeneratedModel model) {
        return Stream.concat(Stream.of(model.keyType()), primitive(model).stream())
                .toList();
    }

    static List<TypeName> primitive(GeneratedModel model) {
        TypeName key = model.keyType();
        return key.equals(TypeName.LONG.box()) || key.equals(TypeName.INT.box()) ? List.of(key.unbox()) : List.of();
    }
}

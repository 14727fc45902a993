package dev.dataflow.processor.read;

import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Types the compiler does not know, or not yet. */
final class UnresolvedTypes {

    private UnresolvedTypes() {}

    /** The names of the unknown types in a type; with angle brackets where javac mixes them up. */
    static List<String> in(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return List.of(type.toString());
        }
        if (type instanceof ArrayType array) {
            return in(array.getComponentType());
        }
        return type instanceof DeclaredType declared
                ? declared.getTypeArguments().stream()
                        .flatMap(argument -> in(argument).stream())
                        .toList()
                : List.of();
    }
}

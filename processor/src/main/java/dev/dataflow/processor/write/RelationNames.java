package dev.dataflow.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.dataflow.processor.name.SnakeCase;

/** How generated code names relations: as components are named, and in snake_case. */
public final class RelationNames {

    private RelationNames() {}

    /** The two names, as arguments. */
    public static CodeBlock of(String relation) {
        return CodeBlock.of("$L, $L", Literals.of(relation), Literals.of(SnakeCase.of(relation)));
    }
}

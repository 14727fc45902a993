package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import java.util.Set;

/** Classes named in expressions, where a field of the same name would be taken instead. */
final class Expressions {

    private Expressions() {}

    /**
     * A class in front of a dot.
     *
     * @param type the class
     * @param fields the fields in scope
     */
    static CodeBlock type(ClassName type, Set<String> fields) {
        boolean hidden = fields.contains(type.simpleNames().get(0));
        return hidden ? CodeBlock.of("$L", type.canonicalName()) : CodeBlock.of("$T", type);
    }
}

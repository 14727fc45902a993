package dev.dataflow.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.dataflow.processor.model.Access;
import dev.dataflow.processor.model.Access.Member;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How generated code reads and writes the properties of {@code model}. */
final class PropertyAccess {

    private PropertyAccess() {}

    /** The value of a property. */
    static CodeBlock get(GeneratedColumn column) {
        Member getter = Objects.requireNonNull(access(column).getter());
        return CodeBlock.of(getter.isMethod() ? "model.$L()" : "model.$L", getter.name());
    }

    /**
     * Returns a new instance.
     *
     * @param model the model
     * @param values the values of its components, in order
     */
    static CodeBlock create(GeneratedModel model, List<CodeBlock> values) {
        List<GeneratedColumn> components = model.components();
        if (!model.constructor().isEmpty()) {
            List<String> names = components.stream().map(GeneratedColumn::name).toList();
            List<CodeBlock> arguments = new ArrayList<>();
            model.constructor().forEach(name -> arguments.add(values.get(names.indexOf(name))));
            return CodeBlock.builder()
                    .addStatement("return new $T(\n$L)", model.type(), CodeBlock.join(arguments, ",\n"))
                    .build();
        }
        CodeBlock.Builder code = CodeBlock.builder().addStatement("$1T model = new $1T()", model.type());
        for (int i = 0; i < components.size(); i++) {
            Member setter = Objects.requireNonNull(access(components.get(i)).setter());
            code.addStatement(setter.isMethod() ? "model.$L($L)" : "model.$L = $L", setter.name(), values.get(i));
        }
        return code.addStatement("return model").build();
    }

    private static Access access(GeneratedColumn column) {
        return Objects.requireNonNull(column.access());
    }
}

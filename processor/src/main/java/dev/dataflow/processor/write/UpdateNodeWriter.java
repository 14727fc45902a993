package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.dataflow.model.NodeKind;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes the node that changes one row. */
final class UpdateNodeWriter extends NodeWriter {

    UpdateNodeWriter() {
        super(NodeKind.UPDATE, "Changes one {@link $T}.");
    }

    @Override
    List<MethodSpec> methods(GeneratedModel model) {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(Shapes.method("update", model.typeName(), "Changes the row of a model that was read before.")
                .addParameter(model.typeName(), "base")
                .addParameter(patchConsumer(model), "patch")
                .addStatement("return updateFrom(base, patch)")
                .build());
        for (KeyForm form : KeyForm.byValues(model)) {
            methods.add(Shapes.method("update", model.typeName(), "Changes the row with a key.")
                    .addParameters(form.and(patchConsumer(model), "patch"))
                    .addStatement("return update($L, $L)", form.key(), form.free("patch"))
                    .build());
            methods.add(Shapes.method("modify", model.typeName(), "Reads the row with a key and changes it.")
                    .addParameters(form.and(change(model), "change"))
                    .addStatement("return modify($L, $L)", form.key(), form.free("change"))
                    .build());
        }
        return methods;
    }

    static TypeName patchConsumer(GeneratedModel model) {
        return Shapes.consumer(model.names().patch());
    }

    static TypeName change(GeneratedModel model) {
        return ParameterizedTypeName.get(
                ClassName.get(BiConsumer.class), model.typeName(), model.names().patch());
    }
}

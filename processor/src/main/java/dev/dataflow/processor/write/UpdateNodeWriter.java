package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.dataflow.model.NodeKind;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Writes the node that changes one row. */
final class UpdateNodeWriter extends NodeWriter {

    static final ParameterSpec OPTIONS = ParameterSpec.builder(Shapes.consumer(RuntimeTypes.UPDATE_OPTIONS), "options")
            .build();

    UpdateNodeWriter() {
        super(NodeKind.UPDATE, "Changes one {@link %s}.");
    }

    @Override
    void methods(GeneratedModel model, TypeNames names, ClassText type) {
        String result = "public " + names.of(model.typeName()) + " ";
        List<ParameterSpec> base = List.of(
                ParameterSpec.builder(model.typeName(), "base").build(),
                ParameterSpec.builder(patchConsumer(model), "patch").build());
        type.method(
                "Changes the row of a model that was read before.",
                result + "update" + type.parameters(base),
                "return updateFrom(base, patch)");
        List<ParameterSpec> withOptions =
                Stream.concat(base.stream(), Stream.of(OPTIONS)).toList();
        type.method(
                "Changes the row of a model that was read before, as the options say.",
                result + "update" + type.parameters(withOptions),
                "return updateFrom(base, patch, options)");
        for (KeyForm form : KeyForm.byValues(model)) {
            type.method(
                    "Changes the row with a key.",
                    result + "update" + type.parameters(form.and(patchConsumer(model), "patch")),
                    "return update(" + form.key(names) + ", " + form.free("patch") + ")");
            type.method(
                    "Reads the row with a key and changes it.",
                    result + "modify" + type.parameters(form.and(change(model), "change")),
                    "return modify(" + form.key(names) + ", " + form.free("change") + ")");
        }
    }

    static TypeName patchConsumer(GeneratedModel model) {
        return Shapes.consumer(model.names().patch());
    }

    static TypeName change(GeneratedModel model) {
        return ParameterizedTypeName.get(
                ClassName.get(BiConsumer.class), model.typeName(), model.names().patch());
    }
}

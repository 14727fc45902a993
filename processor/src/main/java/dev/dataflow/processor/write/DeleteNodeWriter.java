package dev.dataflow.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.dataflow.model.NodeKind;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.List;

/** Writes the node that deletes one row. */
final class DeleteNodeWriter extends NodeWriter {

    DeleteNodeWriter() {
        super(NodeKind.DELETE, "Deletes one {@link $T} by its key.");
    }

    @Override
    List<MethodSpec> methods(GeneratedModel model) {
        return KeyForm.byValues(model).stream()
                .map(form -> Shapes.method("delete", TypeName.BOOLEAN, "Deletes the row with a key.")
                        .addParameters(form.parameters())
                        .addStatement("return delete($L)", form.key())
                        .build())
                .toList();
    }
}

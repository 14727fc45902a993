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
        return KeyMethods.primitive(model).stream()
                .map(key -> Shapes.method("delete", TypeName.BOOLEAN, "Deletes the row with a key.")
                        .addParameter(key, "id")
                        .addStatement("return delete($T.valueOf(id))", model.keyType())
                        .build())
                .toList();
    }
}

package dev.dataflow.processor.write;

import dev.dataflow.model.NodeKind;
import dev.dataflow.processor.model.GeneratedModel;

/** Writes the node that deletes one row. */
final class DeleteNodeWriter extends NodeWriter {

    DeleteNodeWriter() {
        super(NodeKind.DELETE, "Deletes one {@link %s} by its key.");
    }

    @Override
    void methods(GeneratedModel model, TypeNames names, ClassText type) {
        for (KeyForm form : KeyForm.byValues(model)) {
            type.method(
                    "Deletes the row with a key.",
                    "public boolean delete" + type.parameters(form.parameters()),
                    "return delete(" + form.key(names) + ")");
        }
    }
}

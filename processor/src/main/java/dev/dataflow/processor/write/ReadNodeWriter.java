package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import dev.dataflow.model.NodeKind;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.Optional;

/** Writes the node that reads one row. */
final class ReadNodeWriter extends NodeWriter {

    private static final ClassName OPTIONAL = ClassName.get(Optional.class);

    ReadNodeWriter() {
        super(NodeKind.READ, "Reads one {@link %s} by its key.");
    }

    @Override
    void methods(GeneratedModel model, TypeNames names, ClassText type) {
        for (KeyForm form : KeyForm.byValues(model)) {
            String optional = names.of(OPTIONAL);
            type.method(
                    "Reads the row with a key.",
                    "public " + optional + "<" + names.of(model.typeName()) + "> read"
                            + type.parameters(form.parameters()),
                    "return read(" + form.key(names) + ")");
            String projected = names.variable("T");
            String projection = form.free(Shapes.PROJECTION.name());
            String parameters = type.parameters(form.parameters());
            type.method(
                    "Reads the row with a key as a record.",
                    "public <" + projected + "> " + optional + "<" + projected + "> read"
                            + parameters.substring(0, parameters.length() - 1) + ", "
                            + names.of(ClassName.get(Class.class)) + "<" + projected + "> " + projection + ")",
                    "return read(" + form.key(names) + ", " + projection + ")");
        }
    }
}

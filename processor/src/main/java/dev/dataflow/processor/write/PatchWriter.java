package dev.dataflow.processor.write;

import com.palantir.javapoet.ParameterizedTypeName;
import dev.dataflow.processor.emit.SourceFile;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;

/** Writes the patch: a setter for each component callers may change. */
final class PatchWriter implements ClassWriter {

    @Override
    public SourceFile write(GeneratedModel model) {
        return new TextFile(model.names().patch(), Setters.used(model), names -> text(model, names));
    }

    private static String text(GeneratedModel model, TypeNames names) {
        String name = model.names().patch().simpleName();
        ClassText type = ClassText.of(
                names,
                "Changes to {@link " + names.of(model.type()) + "}: each value set, set to null, or left as it is.",
                name + " extends "
                        + names.of(ParameterizedTypeName.get(
                                RuntimeTypes.PATCH, model.names().patch())));
        type.constructor(name + "()", "").override("protected " + name + " self()", "return this");
        for (GeneratedColumn column : model.columns()) {
            if (column.managed() == null && !model.isKey(column)) {
                type.method(
                        Setters.doc(column),
                        Setters.head(name, column, names),
                        "return put(" + Literals.of(column.column()) + ", " + column.name() + ")");
            }
        }
        return type.end();
    }
}

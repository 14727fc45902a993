package dev.dataflow.processor.write;

import dev.dataflow.model.KeyGeneration;
import dev.dataflow.processor.emit.SourceFile;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;

/** Writes the draft: a setter for each component callers give on create. */
final class DraftWriter implements ClassWriter {

    @Override
    public SourceFile write(GeneratedModel model) {
        return new TextFile(model.names().draft(), Setters.used(model), names -> text(model, names));
    }

    private static String text(GeneratedModel model, TypeNames names) {
        String name = model.names().draft().simpleName();
        ClassText type = ClassText.of(
                names,
                "The values of a new {@link " + names.of(model.type()) + "}, each set or left out.",
                name + " extends " + names.of(RuntimeTypes.DRAFT));
        type.constructor(name + "()", "super(" + model.columns().size() + ")");
        for (int i = 0; i < model.columns().size(); i++) {
            GeneratedColumn column = model.columns().get(i);
            if (isGiven(model, column)) {
                type.method(
                        Setters.doc(column),
                        Setters.head(name, column, names),
                        "put(" + i + ", " + column.name() + ")",
                        "return this");
            }
        }
        return type.end();
    }

    private static boolean isGiven(GeneratedModel model, GeneratedColumn column) {
        return column.managed() == null && !(model.isKey(column) && model.generation() == KeyGeneration.IDENTITY);
    }
}

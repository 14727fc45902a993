package dev.dataflow.processor.write;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import javax.lang.model.element.Modifier;

/** Writes the draft: a setter for each component callers give on create. */
final class DraftWriter implements ClassWriter {

    @Override
    public TypeSpec write(GeneratedModel model) {
        TypeSpec.Builder type = Shapes.ofModel(model.names().draft())
                .addModifiers(Modifier.PUBLIC)
                .superclass(RuntimeTypes.DRAFT)
                .addJavadoc("The values of a new {@link $T}, each set or left out.\n", model.type())
                .addMethod(MethodSpec.constructorBuilder()
                        .addStatement("super($L)", model.columns().size())
                        .build());
        for (int i = 0; i < model.columns().size(); i++) {
            GeneratedColumn column = model.columns().get(i);
            if (isGiven(model, column)) {
                type.addMethod(setter(model, column, i));
            }
        }
        return type.build();
    }

    private static boolean isGiven(GeneratedModel model, GeneratedColumn column) {
        return column.managed() == null && !(model.isKey(column) && model.generation() == KeyGeneration.IDENTITY);
    }

    private static MethodSpec setter(GeneratedModel model, GeneratedColumn column, int position) {
        TypeName type = column.nullable() ? Nullness.nullable(column.javaType()) : column.javaType();
        return Shapes.method(column.name(), model.names().draft(), "Sets {@code $L}.", column.name())
                .addParameter(type, column.name())
                .addStatement("put($L, $N)", position, column.name())
                .addStatement("return this")
                .build();
    }
}

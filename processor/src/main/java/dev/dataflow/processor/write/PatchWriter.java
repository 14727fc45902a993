package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.model.GeneratedModel;
import javax.lang.model.element.Modifier;

/** Writes the patch: a setter for each component callers may change. */
final class PatchWriter implements ClassWriter {

    @Override
    public TypeSpec write(GeneratedModel model) {
        ClassName name = model.names().patch();
        TypeSpec.Builder type = Shapes.ofModel(name)
                .addModifiers(Modifier.PUBLIC)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.PATCH, name))
                .addJavadoc("Changes to {@link $T}: each value set, set to null, or left as it is.\n", model.type())
                .addMethod(MethodSpec.constructorBuilder().build())
                .addMethod(MethodSpec.methodBuilder("self")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .returns(name)
                        .addStatement("return this")
                        .build());
        model.columns().stream()
                .filter(column -> column.managed() == null && !model.isKey(column))
                .forEach(column -> type.addMethod(setter(name, column)));
        return type.build();
    }

    private static MethodSpec setter(ClassName patch, GeneratedColumn column) {
        TypeName type = column.nullable() ? Nullness.nullable(column.javaType()) : column.javaType();
        return Shapes.method(column.name(), patch, "Sets {@code $L}.", column.name())
                .addParameter(type, column.name())
                .addStatement("return put($L, $N)", Literals.of(column.column()), column.name())
                .build();
    }
}

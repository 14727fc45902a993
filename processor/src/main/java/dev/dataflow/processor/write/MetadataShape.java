package dev.dataflow.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.dataflow.processor.model.GeneratedModel;
import javax.lang.model.element.Modifier;

/** What the metadata of a sound model and of one with errors have in common. */
final class MetadataShape {

    private static final TypeName NULLABLE_OBJECT = Nullness.nullable(ClassName.get(Object.class));

    private MetadataShape() {}

    static TypeSpec.Builder start(GeneratedModel model) {
        return TypeSpec.classBuilder(model.names().metadata())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .superclass(Shapes.typed(RuntimeTypes.MODEL_METADATA, model))
                .addJavadoc("What the runtime knows of {@link $T}.\n", model.type());
    }

    static FieldSpec instance(GeneratedModel model) {
        ClassName name = model.names().metadata();
        return FieldSpec.builder(name, "INSTANCE")
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .initializer("new $T()", name)
                .build();
    }

    static MethodSpec.Builder read(GeneratedModel model) {
        return Shapes.override("read", model.typeName())
                .addParameter(RuntimeTypes.ROW_READER, "row")
                .addException(RuntimeTypes.SQL_EXCEPTION);
    }

    static MethodSpec.Builder bind(GeneratedModel model) {
        return Shapes.override("bind", TypeName.VOID)
                .addParameter(model.typeName(), "model")
                .addParameter(TypeName.INT, "column")
                .addParameter(RuntimeTypes.PARAMETER_WRITER, "out")
                .addException(RuntimeTypes.SQL_EXCEPTION);
    }

    static MethodSpec.Builder value(GeneratedModel model) {
        return Shapes.override("value", NULLABLE_OBJECT)
                .addParameter(model.typeName(), "model")
                .addParameter(TypeName.INT, "column");
    }

    static MethodSpec.Builder fromValues(GeneratedModel model) {
        return Shapes.override("fromValues", model.typeName())
                .addParameter(ArrayTypeName.of(NULLABLE_OBJECT), "values");
    }

    static MethodSpec newInstance(String method, ClassName type) {
        return Shapes.override(method, type)
                .addStatement("return new $T()", type)
                .build();
    }
}

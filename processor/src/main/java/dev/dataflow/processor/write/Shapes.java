package dev.dataflow.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.List;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** Parts that several generated classes have. */
public final class Shapes {

    /** The processor named in generated classes of a model. */
    static final String MODEL_PROCESSOR = "dev.dataflow.processor.ModelProcessor";

    /** What rows are given out as. */
    static final TypeVariableName PROJECTED = TypeVariableName.get("T");

    /** The record that rows are given out as. */
    static final ParameterSpec PROJECTION = ParameterSpec.builder(
                    ParameterizedTypeName.get(ClassName.get(Class.class), PROJECTED), "projection")
            .build();

    private Shapes() {}

    /** The start of a generated class. */
    public static TypeSpec.Builder generated(ClassName name, String processor) {
        return TypeSpec.classBuilder(name).addAnnotation(mark(processor)).addModifiers(Modifier.FINAL);
    }

    static TypeSpec.Builder generatedRecord(ClassName name) {
        return TypeSpec.recordBuilder(name).addAnnotation(mark(MODEL_PROCESSOR));
    }

    private static AnnotationSpec mark(String processor) {
        return AnnotationSpec.builder(Generated.class)
                .addMember("value", "$S", processor)
                .build();
    }

    static TypeSpec.Builder ofModel(ClassName name) {
        return generated(name, MODEL_PROCESSOR);
    }

    static MethodSpec.Builder method(String name, TypeName result, String doc, Object... arguments) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(result)
                .addJavadoc(doc + "\n", arguments);
    }

    /** A method that gives out rows as a record the caller names. */
    static MethodSpec.Builder projecting(String name, Class<?> result, String doc) {
        return projecting(name, ClassName.get(result), doc);
    }

    /** A method that gives out rows as a record the caller names. */
    static MethodSpec.Builder projecting(String name, ClassName result, String doc) {
        return method(name, ParameterizedTypeName.get(result, PROJECTED), doc).addTypeVariable(PROJECTED);
    }

    static MethodSpec.Builder override(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }

    /** The type arguments that metadata and nodes of a model share. */
    static ParameterizedTypeName typed(ClassName base, GeneratedModel model) {
        return ParameterizedTypeName.get(
                base,
                model.typeName(),
                model.keyType(),
                model.names().draft(),
                model.names().patch());
    }

    /** Who is handed lists of rows. */
    static ParameterSpec batches(TypeName of) {
        TypeName rows = WildcardTypeName.supertypeOf(ParameterizedTypeName.get(ClassName.get(List.class), of));
        return ParameterSpec.builder(consumer(rows), "consumer").build();
    }

    static ParameterizedTypeName consumer(TypeName of) {
        return ParameterizedTypeName.get(ClassName.get(Consumer.class), of);
    }
}

package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.dataflow.model.NodeKind;
import dev.dataflow.processor.model.GeneratedModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the node that reads one row. */
final class ReadNodeWriter extends NodeWriter {

    ReadNodeWriter() {
        super(NodeKind.READ, "Reads one {@link $T} by its key.");
    }

    @Override
    List<MethodSpec> methods(GeneratedModel model) {
        return KeyForm.byValues(model).stream()
                .flatMap(form -> Stream.of(
                        Shapes.method(
                                        "read",
                                        ParameterizedTypeName.get(ClassName.get(Optional.class), model.typeName()),
                                        "Reads the row with a key.")
                                .addParameters(form.parameters())
                                .addStatement("return read($L)", form.key())
                                .build(),
                        Shapes.projecting("read", Optional.class, "Reads the row with a key as a record.")
                                .addParameters(form.and(Shapes.PROJECTION.type(), Shapes.PROJECTION.name()))
                                .addStatement("return read($L, $L)", form.key(), form.free(Shapes.PROJECTION.name()))
                                .build()))
                .toList();
    }
}

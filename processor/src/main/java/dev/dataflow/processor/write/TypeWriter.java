package dev.dataflow.processor.write;

import com.palantir.javapoet.TypeSpec;
import dev.dataflow.processor.emit.SourceFile;
import dev.dataflow.processor.model.GeneratedModel;

/** Writes a class with JavaPoet. */
interface TypeWriter extends ClassWriter {

    /** The class. */
    TypeSpec type(GeneratedModel model);

    @Override
    default SourceFile write(GeneratedModel model) {
        return SourceFiles.file(model.names().packageName(), type(model));
    }
}

package dev.dataflow.processor.write;

import com.palantir.javapoet.TypeSpec;
import dev.dataflow.processor.model.GeneratedModel;

/** Writes one generated class of a model. */
public interface ClassWriter {

    /** The class. */
    TypeSpec write(GeneratedModel model);
}

package dev.dataflow.processor.write;

import dev.dataflow.processor.emit.SourceFile;
import dev.dataflow.processor.model.GeneratedModel;

/** Writes one generated class of a model. */
interface ClassWriter {

    /** The class's file. */
    SourceFile write(GeneratedModel model);
}

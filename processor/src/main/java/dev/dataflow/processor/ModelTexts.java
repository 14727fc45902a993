package dev.dataflow.processor;

import dev.dataflow.model.ModelDescriptor;
import dev.dataflow.processor.emit.DescriptorJson;
import dev.dataflow.processor.emit.Descriptors;
import dev.dataflow.processor.emit.SourceText;
import dev.dataflow.processor.model.GeneratedModel;
import dev.dataflow.processor.write.ModelWriters;
import java.util.List;
import java.util.Optional;

/**
 * What is written for a model.
 *
 * @param sources its classes
 * @param descriptor its facts; empty when it has errors
 */
record ModelTexts(List<SourceText> sources, Optional<Resource> descriptor) {

    /** A file that is no source. */
    record Resource(String path, String text) {}

    /** Works from the model alone, so that another thread than the compiler's can do it. */
    static ModelTexts of(GeneratedModel model, boolean blocked, boolean importLanguage) {
        List<SourceText> sources = (blocked ? ModelWriters.skeleton(model) : ModelWriters.classes(model))
                .stream().map(file -> SourceText.of(file, importLanguage)).toList();
        return new ModelTexts(sources, blocked ? Optional.empty() : Optional.of(descriptor(model)));
    }

    private static Resource descriptor(GeneratedModel model) {
        ModelDescriptor descriptor = Descriptors.of(model);
        return new Resource(ModelDescriptor.resource(descriptor.name()), DescriptorJson.of(descriptor));
    }
}

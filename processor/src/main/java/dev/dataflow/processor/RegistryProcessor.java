package dev.dataflow.processor;

import com.google.auto.service.AutoService;
import dev.dataflow.annotations.Model;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Writes the module class that lists a source set's models, and checks models against each other. What it writes depends
 * on all of them.
 */
@AutoService(Processor.class)
public final class RegistryProcessor extends AbstractProcessor {

    private @Nullable RegistrySession session;

    /** For the compiler. */
    public RegistryProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        session = new RegistrySession(environment);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Model.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return ProcessorOptions.ALL;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Objects.requireNonNull(session).process(round);
        return false;
    }
}

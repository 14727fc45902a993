package dev.dataflow.processor.testing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** Runs a processor, and notes of each file it writes which elements it says the file is made from. */
public final class RecordingProcessor extends AbstractProcessor {

    private final Processor processor;
    private final Map<String, List<String>> origins = new TreeMap<>();

    /** Runs this processor. */
    public RecordingProcessor(Processor processor) {
        this.processor = processor;
    }

    /** The elements by file. */
    public Map<String, List<String>> origins() {
        return new TreeMap<>(origins);
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        Filer filer = new RecordingFiler(environment.getFiler());
        processor.init((ProcessingEnvironment) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ProcessingEnvironment.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getFiler")) {
                        return filer;
                    }
                    try {
                        return method.invoke(environment, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return processor.getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }

    private void record(CharSequence file, Element... elements) {
        List<String> names =
                new ArrayList<>(Arrays.stream(elements).map(Object::toString).toList());
        origins.merge(file.toString(), names, (first, second) -> {
            first.addAll(second);
            return first;
        });
    }

    private final class RecordingFiler implements Filer {

        private final Filer filer;

        RecordingFiler(Filer filer) {
            this.filer = filer;
        }

        @Override
        public JavaFileObject createSourceFile(CharSequence name, Element... elements) throws IOException {
            record(name, elements);
            return filer.createSourceFile(name, elements);
        }

        @Override
        public JavaFileObject createClassFile(CharSequence name, Element... elements) throws IOException {
            record(name, elements);
            return filer.createClassFile(name, elements);
        }

        @Override
        public FileObject createResource(
                JavaFileManager.Location location, CharSequence folder, CharSequence name, Element... elements)
                throws IOException {
            record(name, elements);
            return filer.createResource(location, folder, name, elements);
        }

        @Override
        public FileObject getResource(JavaFileManager.Location location, CharSequence folder, CharSequence name)
                throws IOException {
            return filer.getResource(location, folder, name);
        }
    }
}

package dev.dataflow.processor.problem;

import java.util.List;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Gives messages about records a place under ecj, which has none for a record itself, but for its constructor: the
 * record's name, when the constructor is not written.
 */
public final class RecordMessager implements Messager {

    private final Messager messager;

    private RecordMessager(Messager messager) {
        this.messager = messager;
    }

    /** The compiler's messager, helped where that is needed. */
    public static Messager of(ProcessingEnvironment environment) {
        Messager messager = environment.getMessager();
        boolean eclipse = environment.getElementUtils().getClass().getName().startsWith("org.eclipse.");
        return eclipse ? new RecordMessager(messager) : messager;
    }

    @Override
    public void printMessage(Kind kind, CharSequence message) {
        messager.printMessage(kind, message);
    }

    @Override
    public void printMessage(Kind kind, CharSequence message, @Nullable Element element) {
        messager.printMessage(kind, message, placed(element));
    }

    @Override
    public void printMessage(
            Kind kind, CharSequence message, @Nullable Element element, @Nullable AnnotationMirror annotation) {
        printMessage(kind, message, element, annotation, null);
    }

    @Override
    public void printMessage(
            Kind kind,
            CharSequence message,
            @Nullable Element element,
            @Nullable AnnotationMirror annotation,
            @Nullable AnnotationValue value) {
        Element placed = placed(element);
        if (placed == element) {
            messager.printMessage(kind, message, element, annotation, value);
        } else {
            messager.printMessage(kind, message, placed);
        }
    }

    private static @Nullable Element placed(@Nullable Element element) {
        if (element == null || element.getKind() != ElementKind.RECORD) {
            return element;
        }
        int components = ((TypeElement) element).getRecordComponents().size();
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(element.getEnclosedElements());
        return constructors.stream()
                .filter(constructor -> constructor.getParameters().size() == components)
                .<Element>map(constructor -> constructor)
                .findFirst()
                .orElse(element);
    }
}

package dev.dataflow.processor.read;

import com.palantir.javapoet.ClassName;
import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Indexes;
import dev.dataflow.annotations.Model;
import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.ComponentSource;
import dev.dataflow.processor.source.ModelSource;
import dev.dataflow.processor.source.ModelSource.Form;
import dev.dataflow.processor.source.Unresolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads a model. */
public final class ModelReader {

    private ModelReader() {}

    /** Whether a type is a model. */
    public static boolean isModel(TypeElement type) {
        return mirror(type, Model.class.getName()).isPresent();
    }

    /** Reads a type that is annotated as a model. */
    public static ModelSource read(TypeElement type) {
        List<Unresolved> unresolved = new ArrayList<>();
        AnnotationReader annotations = new AnnotationReader(unresolved::add);
        ComponentReader reader = new ComponentReader(unresolved::add);
        Place place = Place.of(type);
        AnnotationMirror model = mirror(type, Model.class.getName())
                .orElseThrow(() -> new IllegalArgumentException(type + " is no model"));
        List<ComponentSource> components =
                components(type).map(parts -> reader.read(parts)).toList();
        return new ModelSource(
                ClassName.get(type),
                form(type),
                type.getNestingKind().isNested(),
                type.getTypeParameters().size(),
                !TypeReader.hidden(type),
                place,
                annotations.read(model, place),
                indexes(type, place, annotations),
                components,
                unresolved,
                false);
    }

    private static List<AnnotationSource> indexes(TypeElement type, Place place, AnnotationReader annotations) {
        return Stream.concat(
                        mirror(type, Index.class.getName()).stream().map(mirror -> annotations.read(mirror, place)),
                        mirror(type, Indexes.class.getName()).stream()
                                .flatMap(container -> annotations.repeated(container, place).stream()))
                .toList();
    }

    private static Stream<List<Element>> components(TypeElement type) {
        if (type.getKind() == ElementKind.RECORD) {
            return type.getRecordComponents().stream().map(component -> parts(type, component));
        }
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getKind() == ElementKind.FIELD
                        && !field.getModifiers().contains(Modifier.STATIC)
                        && !field.getModifiers().contains(Modifier.TRANSIENT))
                .map(List::of);
    }

    /** The field comes first: javac knows where it stands, but not where the record component does. */
    private static List<Element> parts(TypeElement type, RecordComponentElement component) {
        List<Element> parts = new ArrayList<>();
        for (Element field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (field.getSimpleName().equals(component.getSimpleName())) {
                parts.add(field);
            }
        }
        parts.add(component);
        parts.add(Objects.requireNonNull(component.getAccessor()));
        canonicalConstructor(type)
                .ifPresent(constructor -> constructor.getParameters().stream()
                        .filter(parameter -> parameter.getSimpleName().equals(component.getSimpleName()))
                        .forEach(parts::add));
        return parts;
    }

    private static Optional<ExecutableElement> canonicalConstructor(TypeElement type) {
        if (type.getKind() != ElementKind.RECORD) {
            return Optional.empty(); // ecj fails when asked for the components of another type
        }
        List<Name> names = type.getRecordComponents().stream()
                .map(component -> component.getSimpleName())
                .toList();
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().stream()
                        .map(parameter -> parameter.getSimpleName())
                        .toList()
                        .equals(names))
                .findFirst();
    }

    /** Whether the constructor that rows are made with was written by hand, as a compact one is. */
    public static boolean hasConstructorCode(TypeElement type, Elements elements) {
        return canonicalConstructor(type)
                .filter(constructor -> elements.getOrigin(constructor) == Elements.Origin.EXPLICIT)
                .isPresent();
    }

    private static Form form(TypeElement type) {
        return switch (type.getKind()) {
            case RECORD -> Form.RECORD;
            case CLASS -> Form.CLASS;
            default -> Form.OTHER;
        };
    }

    private static Optional<? extends AnnotationMirror> mirror(TypeElement type, String name) {
        return type.getAnnotationMirrors().stream()
                .filter(mirror -> AnnotationReader.name(mirror).equals(name))
                .findFirst();
    }
}

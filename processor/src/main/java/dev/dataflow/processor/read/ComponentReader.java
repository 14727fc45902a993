package dev.dataflow.processor.read;

import dev.dataflow.annotations.Json;
import dev.dataflow.annotations.Model;
import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.ComponentSource;
import dev.dataflow.processor.source.ComponentType;
import dev.dataflow.processor.source.Unresolved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Reads one component from the elements the compiler makes of it: field, component, accessor, parameter. */
final class ComponentReader {

    private static final String VOCABULARY = Model.class.getPackageName() + ".";

    private final AnnotationReader annotations;
    private final Consumer<Unresolved> unresolved;

    ComponentReader(Consumer<Unresolved> unresolved) {
        this.annotations = new AnnotationReader(unresolved);
        this.unresolved = unresolved;
    }

    /**
     * Reads a component.
     *
     * @param parts its elements, the one that stands for its place first
     */
    ComponentSource read(List<? extends Element> parts) {
        Element first = parts.get(0);
        Place place = Place.of(first);
        Map<String, AnnotationSource> found = new LinkedHashMap<>();
        for (Element part : parts) {
            for (AnnotationMirror mirror : part.getAnnotationMirrors()) {
                String name = AnnotationReader.name(mirror);
                if (name.startsWith(VOCABULARY) && !found.containsKey(name)) {
                    found.put(name, annotations.read(mirror, Place.of(part)));
                }
            }
        }
        UnresolvedTypes.in(first.asType())
                .forEach(name -> unresolved.accept(
                        new Unresolved(name.contains("<") ? "the type of `" + first + "`" : name, place)));
        ComponentType type = found.containsKey(Json.class.getName())
                ? TypeReader.readJson(first.asType())
                : TypeReader.read(first.asType());
        boolean nullable = parts.stream().anyMatch(ComponentReader::isNullable);
        return new ComponentSource(first.getSimpleName().toString(), place, type, nullable, found);
    }

    private static boolean isNullable(Element part) {
        TypeMirror type = part instanceof ExecutableElement method ? method.getReturnType() : part.asType();
        // `@Nullable byte[]` annotates the byte, but who writes it means the array
        boolean onPrimitive = type instanceof ArrayType array
                && array.getComponentType().getKind().isPrimitive()
                && hasNullable(array.getComponentType().getAnnotationMirrors());
        return onPrimitive || hasNullable(part.getAnnotationMirrors()) || hasNullable(type.getAnnotationMirrors());
    }

    private static boolean hasNullable(List<? extends AnnotationMirror> mirrors) {
        return mirrors.stream()
                .anyMatch(mirror ->
                        mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
    }
}

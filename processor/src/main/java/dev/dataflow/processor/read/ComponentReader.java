package dev.dataflow.processor.read;

import dev.dataflow.annotations.Json;
import dev.dataflow.annotations.Model;
import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.ComponentSource;
import dev.dataflow.processor.source.ComponentType;
import dev.dataflow.processor.source.Unresolved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Reads one component from the elements that stand for it: field, component, accessor, parameter, overridden accessors. */
final class ComponentReader {

    private static final String VOCABULARY = Model.class.getPackageName() + ".";

    private final Lineage lineage;
    private final Place model;
    private final Consumer<Unresolved> unresolved;

    ComponentReader(Lineage lineage, Place model, Consumer<Unresolved> unresolved) {
        this.lineage = lineage;
        this.model = model;
        this.unresolved = unresolved;
    }

    /** Reads a component. */
    ComponentSource read(Property property) {
        Place place = place(property.parts().get(0));
        Map<String, List<Found>> found = new LinkedHashMap<>();
        for (Element part : property.parts()) {
            for (AnnotationMirror mirror : part.getAnnotationMirrors()) {
                String name = AnnotationReader.name(mirror);
                if (name.startsWith(VOCABULARY)) {
                    found.computeIfAbsent(name, first -> new ArrayList<>()).add(read(mirror, part, place));
                }
            }
        }
        Map<String, AnnotationSource> kept = new LinkedHashMap<>();
        List<AnnotationSource> contradictions = new ArrayList<>();
        found.forEach((name, all) -> {
            List<Found> nearest = nearest(all);
            AnnotationSource first = nearest.get(0).annotation();
            kept.put(name, first);
            nearest.get(0).unresolved().forEach(unresolved);
            nearest.stream()
                    .map(Found::annotation)
                    .filter(other -> !other.saysAs(first))
                    .findFirst()
                    .ifPresent(contradictions::add);
        });
        UnresolvedTypes.in(property.type())
                .forEach(name -> unresolved.accept(
                        new Unresolved(name.contains("<") ? "the type of `" + property.name() + "`" : name, place)));
        ComponentType type = type(property, kept.containsKey(Json.class.getName()));
        boolean nullable = property.parts().stream().anyMatch(ComponentReader::isNullable);
        return new ComponentSource(property.name(), place, type, nullable, kept, property.access(), contradictions);
    }

    private record Found(TypeElement owner, AnnotationSource annotation, List<Unresolved> unresolved) {}

    /** What overridden members say counts only where the overriding ones say nothing. */
    private List<Found> nearest(List<Found> all) {
        return all.stream()
                .filter(found -> all.stream().noneMatch(other -> lineage.isBelow(other.owner(), found.owner())))
                .toList();
    }

    /** An inherited member may lie outside what is compiled, so the model or the component itself stands for it. */
    private Found read(AnnotationMirror mirror, Element part, Place component) {
        List<Unresolved> missing = new ArrayList<>();
        AnnotationSource read = new AnnotationReader(missing::add).read(mirror, Place.of(part));
        return lineage.isOwn(part)
                ? new Found(Lineage.owner(part), read, missing)
                : new Found(
                        Lineage.owner(part),
                        read.at(component),
                        missing.stream()
                                .map(name -> new Unresolved(name.name(), component))
                                .toList());
    }

    private Place place(Element part) {
        return lineage.isOwn(part) ? Place.of(part) : model;
    }

    private static ComponentType type(Property property, boolean json) {
        TypeMirror type = property.type();
        ComponentType plain = json ? TypeReader.readJson(type) : TypeReader.read(type);
        return property.parts().stream()
                .flatMap(part -> part.getAnnotationMirrors().stream())
                .filter(ConversionReader::isConvert)
                .findFirst()
                .map(convert -> json
                        ? plain.unconverted("it is @Json, too, and can be stored in one way only")
                        : ConversionReader.read(type, convert))
                .orElse(plain);
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

package dev.dataflow.processor.read;

import dev.dataflow.processor.model.Access;
import dev.dataflow.processor.source.Construction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The properties of a record: its components. */
final class RecordProperties {

    private final TypeElement type;
    private final Methods methods;

    RecordProperties(TypeElement type, Methods methods) {
        this.type = type;
        this.methods = methods;
    }

    List<Property> all() {
        return components(type).stream().map(this::property).toList();
    }

    Construction construction() {
        return new Construction(
                Construction.Way.CONSTRUCTOR,
                components(type).stream()
                        .map(component -> component.getSimpleName().toString())
                        .toList());
    }

    private Property property(RecordComponentElement component) {
        String name = component.getSimpleName().toString();
        List<Element> parts = parts(component);
        return new Property(name, parts.get(0).asType(), parts, Access.ofComponent(name));
    }

    /** The field comes first: javac knows where it stands, but not where the record component does. */
    private List<Element> parts(RecordComponentElement component) {
        List<Element> parts = new ArrayList<>();
        for (Element field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (field.getSimpleName().equals(component.getSimpleName())) {
                parts.add(field);
            }
        }
        parts.add(component);
        parts.add(Objects.requireNonNull(component.getAccessor()));
        canonicalConstructor(type).stream()
                .flatMap(constructor -> constructor.getParameters().stream())
                .filter(parameter -> parameter.getSimpleName().equals(component.getSimpleName()))
                .forEach(parts::add);
        Stream<ExecutableElement> inherited =
                methods.getters(component.getSimpleName().toString()).stream();
        return Stream.concat(parts.stream(), inherited).distinct().toList();
    }

    /** None of a type that is no record; ecj fails when asked. */
    private static List<? extends RecordComponentElement> components(TypeElement type) {
        return type.getKind() == ElementKind.RECORD ? type.getRecordComponents() : List.of();
    }

    static Optional<ExecutableElement> canonicalConstructor(TypeElement type) {
        List<Name> names = components(type).stream()
                .map(component -> component.getSimpleName())
                .toList();
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().stream()
                        .map(parameter -> parameter.getSimpleName())
                        .toList()
                        .equals(names))
                .findFirst();
    }
}

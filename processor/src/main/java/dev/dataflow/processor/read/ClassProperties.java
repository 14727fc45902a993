package dev.dataflow.processor.read;

import dev.dataflow.processor.model.Access;
import dev.dataflow.processor.model.Access.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * The properties of a class: its fields and those of its superclasses, the farthest first, but for static and transient
 * ones. One rule for all: a property is read by {@code getX}, {@code isX}, {@code x} or the field itself, and written by
 * {@code setX}, {@code x} or the field itself, whichever generated code may use first.
 */
final class ClassProperties {

    private final Lineage lineage;
    private final Methods methods;
    private final Lombok lombok;

    ClassProperties(Lineage lineage, Methods methods, Lombok lombok) {
        this.lineage = lineage;
        this.methods = methods;
        this.lombok = lombok;
    }

    List<Property> all() {
        return fields().stream().map(this::property).toList();
    }

    /** A field that hides one of a superclass takes its place. */
    List<VariableElement> fields() {
        Map<String, VariableElement> fields = new LinkedHashMap<>();
        lineage.classesFromTop().stream()
                .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream())
                .filter(ClassProperties::isProperty)
                .forEach(field -> fields.put(field.getSimpleName().toString(), field));
        return List.copyOf(fields.values());
    }

    private static boolean isProperty(VariableElement field) {
        return field.getKind() == ElementKind.FIELD
                && !field.getModifiers().contains(Modifier.STATIC)
                && !field.getModifiers().contains(Modifier.TRANSIENT);
    }

    private Property property(VariableElement field) {
        String name = field.getSimpleName().toString();
        TypeMirror type = lineage.typeOf(field);
        boolean bool = isBoolean(type);
        List<String> getters = AccessorNames.getters(name, bool);
        List<String> setters = AccessorNames.setters(name, bool);
        Optional<Member> getter = getters.stream()
                .flatMap(method -> methods.getter(method, type).stream())
                .findFirst()
                .map(ClassProperties::member)
                .or(() -> lombok.getter(field))
                .or(() -> visible(field));
        Optional<Member> setter = setters.stream()
                .flatMap(method -> methods.setter(method, type).stream())
                .findFirst()
                .map(ClassProperties::member)
                .or(() -> lombok.setter(field))
                .or(() -> visible(field).filter(member -> !lombok.isFinal(field)));
        List<Element> parts = new ArrayList<>(List.of(field));
        getter.filter(Member::isMethod).ifPresent(member -> parts.addAll(methods.getters(member.name())));
        setter.filter(Member::isMethod).ifPresent(member -> parts.addAll(methods.setters(member.name(), type)));
        return new Property(name, type, parts, new Access(getter.orElse(null), setter.orElse(null)));
    }

    /** By the element, since what a type prints as may have annotations in it. */
    private static boolean isBoolean(TypeMirror type) {
        return type.getKind() == TypeKind.BOOLEAN
                || type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && element.getQualifiedName().contentEquals("java.lang.Boolean");
    }

    private static Member member(ExecutableElement method) {
        return Member.method(method.getSimpleName().toString());
    }

    private Optional<Member> visible(VariableElement field) {
        return lineage.isVisible(field) && !lombok.hides(field)
                ? Optional.of(Member.field(field.getSimpleName().toString()))
                : Optional.empty();
    }
}

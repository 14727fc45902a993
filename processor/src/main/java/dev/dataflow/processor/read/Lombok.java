package dev.dataflow.processor.read;

import dev.dataflow.processor.model.Access.Member;
import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.source.AnnotationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * What Lombok adds to a class, told by the names of its annotations: whether it runs before or after this processor, the
 * compiler need not show its methods in the round a model is read in.
 */
final class Lombok {

    private static final String PACKAGE = "lombok.";
    private static final Set<String> CONSTRUCTORS =
            Set.of("NoArgsConstructor", "AllArgsConstructor", "RequiredArgsConstructor");

    private final Lineage lineage;

    Lombok(Lineage lineage) {
        this.lineage = lineage;
    }

    /** The getter Lombok makes for a field, if generated code may call it. */
    Optional<Member> getter(VariableElement field) {
        TypeElement owner = Lineage.owner(field);
        boolean made = has(owner, "Data") || has(owner, "Value");
        return accessor(field, "Getter", made).map(fluent -> Member.method(fluent ? name(field) : getterName(field)));
    }

    /** The setter Lombok makes for a field, if generated code may call it. */
    Optional<Member> setter(VariableElement field) {
        if (isFinal(field)) {
            return Optional.empty();
        }
        return accessor(field, "Setter", has(Lineage.owner(field), "Data"))
                .map(fluent -> Member.method(fluent ? name(field) : setterName(field)));
    }

    /** Whether a field is or becomes final. */
    boolean isFinal(VariableElement field) {
        TypeElement owner = Lineage.owner(field);
        boolean made = has(owner, "Value")
                || find(owner, "experimental.FieldDefaults")
                        .filter(defaults -> defaults.flag("makeFinal"))
                        .isPresent();
        return field.getModifiers().contains(Modifier.FINAL)
                || made && find(field, "experimental.NonFinal").isEmpty();
    }

    /** Whether a field that seems visible becomes private. */
    boolean hides(VariableElement field) {
        TypeElement owner = Lineage.owner(field);
        boolean plain = !field.getModifiers().contains(Modifier.PUBLIC)
                && !field.getModifiers().contains(Modifier.PROTECTED);
        return plain && (has(owner, "Value") || has(owner, "experimental.FieldDefaults"));
    }

    /** The fields that constructors Lombok makes take, one list per constructor generated code may call. */
    List<List<String>> constructors(TypeElement model, List<VariableElement> fields, boolean explicit) {
        List<List<String>> made = new ArrayList<>();
        boolean declared = false;
        for (String kind : CONSTRUCTORS.stream().sorted().toList()) {
            Optional<AnnotationSource> annotation = find(model, kind);
            declared |= annotation.isPresent();
            annotation
                    .filter(found -> isCallable(found.text("access"), model)
                            && found.name("staticName").isEmpty())
                    .ifPresent(found -> made.add(taken(kind, fields)));
        }
        if (declared || explicit) {
            return made;
        }
        Optional<AnnotationSource> value = find(model, "Value");
        if (value.flatMap(found -> found.name("staticConstructor")).isPresent()) {
            return made;
        }
        if (value.isPresent() || has(model, "Builder")) {
            made.add(taken("AllArgsConstructor", fields));
        } else if (has(model, "Data")) {
            boolean factory = find(model, "Data")
                    .flatMap(data -> data.name("staticConstructor"))
                    .isPresent();
            made.addAll(factory ? List.of() : List.of(taken("RequiredArgsConstructor", fields)));
        }
        return made;
    }

    /** Whether Lombok replaces the constructor that the compiler adds to a class without one. */
    boolean replacesDefault(TypeElement model) {
        return CONSTRUCTORS.stream().anyMatch(kind -> has(model, kind))
                || has(model, "Value")
                || has(model, "Data")
                || has(model, "Builder")
                || has(model, "experimental.SuperBuilder");
    }

    /** Whether a builder is all there is. */
    boolean onlyBuilds(TypeElement model) {
        return (has(model, "Builder") || has(model, "experimental.SuperBuilder"))
                && CONSTRUCTORS.stream().noneMatch(kind -> has(model, kind))
                && !has(model, "Data")
                && !has(model, "Value")
                && !has(model, "Getter");
    }

    private List<String> taken(String constructor, List<VariableElement> fields) {
        Predicate<VariableElement> takes = switch (constructor) {
            case "NoArgsConstructor" -> field -> false;
            case "AllArgsConstructor" -> field -> true;
            default ->
                field -> isFinal(field)
                        || field.getAnnotationMirrors().stream()
                                .anyMatch(mirror -> simpleName(mirror).equalsIgnoreCase("NonNull"));
        };
        return fields.stream()
                .filter(field -> field.getConstantValue() == null)
                .filter(takes)
                .map(Lombok::name)
                .toList();
    }

    /** Whether an accessor is made, and if so, whether it is a fluent one. */
    private Optional<Boolean> accessor(VariableElement field, String annotation, boolean byClass) {
        TypeElement owner = Lineage.owner(field);
        Optional<AnnotationSource> found = find(field, annotation).or(() -> find(owner, annotation));
        Optional<AnnotationSource> style =
                find(field, "experimental.Accessors").or(() -> find(owner, "experimental.Accessors"));
        boolean made = found.isPresent() ? isCallable(found.get().text("value"), owner) : byClass;
        boolean named = style.filter(accessors -> accessors.has("prefix")).isEmpty();
        return made && named
                ? Optional.of(
                        style.filter(accessors -> accessors.flag("fluent")).isPresent())
                : Optional.empty();
    }

    private boolean isCallable(Optional<String> access, TypeElement owner) {
        return switch (access.orElse("PUBLIC")) {
            case "PUBLIC" -> true;
            case "MODULE", "PROTECTED", "PACKAGE" -> lineage.inPackage(owner);
            default -> false;
        };
    }

    private static String getterName(VariableElement field) {
        String name = name(field);
        if (field.asType().getKind() != TypeKind.BOOLEAN) {
            return "get" + AccessorNames.capital(name);
        }
        return AccessorNames.isPrefixed(name) ? name : "is" + AccessorNames.capital(name);
    }

    private static String setterName(VariableElement field) {
        String name = name(field);
        boolean question = field.asType().getKind() == TypeKind.BOOLEAN && AccessorNames.isPrefixed(name);
        return "set" + (question ? AccessorNames.withoutIs(name) : AccessorNames.capital(name));
    }

    private static String name(VariableElement field) {
        return field.getSimpleName().toString();
    }

    private static boolean has(Element element, String annotation) {
        return mirror(element, annotation).isPresent();
    }

    private static Optional<AnnotationSource> find(Element element, String annotation) {
        // Lombok itself reports values that do not resolve
        return mirror(element, annotation)
                .map(mirror -> new AnnotationReader(unresolved -> {}).read(mirror, Place.of(element)));
    }

    private static Optional<AnnotationMirror> mirror(Element element, String annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> AnnotationReader.name(mirror).equals(PACKAGE + annotation))
                .<AnnotationMirror>map(Objects::requireNonNull)
                .findFirst();
    }

    private static String simpleName(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }
}

package dev.dataflow.processor.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** A model's type with all it inherits from, and how inherited members look from it. */
final class Lineage {

    private static final Set<String> ROOTS = Set.of("java.lang.Object", "java.lang.Record");

    private final TypeElement model;
    private final Types types;
    private final List<TypeElement> classes = new ArrayList<>();
    private final Set<TypeElement> interfaces = new LinkedHashSet<>();
    private final List<String> unresolved = new ArrayList<>();

    Lineage(TypeElement model, Types types) {
        this.model = model;
        this.types = types;
        for (TypeElement at = model; at != null; at = resolved(at.getSuperclass())) {
            classes.add(at);
        }
        classes.forEach(this::addInterfaces);
    }

    private void addInterfaces(TypeElement type) {
        for (TypeMirror mirror : type.getInterfaces()) {
            TypeElement found = resolved(mirror);
            if (found != null && interfaces.add(found)) {
                addInterfaces(found);
            }
        }
    }

    private @Nullable TypeElement resolved(TypeMirror mirror) {
        if (mirror.getKind() == TypeKind.ERROR) {
            unresolved.add(mirror.toString());
            return null;
        }
        return mirror instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement type
                        && !ROOTS.contains(type.getQualifiedName().toString())
                ? type
                : null;
    }

    /** The names of ancestors the compiler does not know yet: they may bring members. */
    List<String> unresolved() {
        return unresolved;
    }

    /** The classes, the farthest ancestor first. */
    List<TypeElement> classesFromTop() {
        List<TypeElement> reversed = new ArrayList<>(classes);
        Collections.reverse(reversed);
        return reversed;
    }

    /** All types: the model, its superclasses from the nearest, the interfaces. */
    Stream<TypeElement> all() {
        return Stream.concat(classes.stream(), interfaces.stream());
    }

    /** A member's type as seen from the model, with type parameters filled in. */
    TypeMirror typeOf(Element member) {
        return isOwn(member) ? member.asType() : types.asMemberOf((DeclaredType) model.asType(), member);
    }

    /** Whether a member is declared in the model itself. */
    boolean isOwn(Element member) {
        return model.equals(owner(member));
    }

    /** Whether a type declares or inherits over another, so that what it says counts more. */
    boolean isBelow(TypeElement lower, TypeElement upper) {
        return !lower.equals(upper) && types.isSubtype(types.erasure(lower.asType()), types.erasure(upper.asType()));
    }

    /** The type that declares a member, or a parameter of one. */
    static TypeElement owner(Element member) {
        Element at = member.getEnclosingElement();
        while (!(at instanceof TypeElement)) {
            at = at.getEnclosingElement();
        }
        return (TypeElement) at;
    }

    /** Whether classes of the model's package may use a member. */
    boolean isVisible(Element member) {
        Set<Modifier> modifiers = member.getModifiers();
        return modifiers.contains(Modifier.PUBLIC) || !modifiers.contains(Modifier.PRIVATE) && inPackage(owner(member));
    }

    /** Whether a type is in the model's package. */
    boolean inPackage(TypeElement type) {
        return packageOf(type).equals(packageOf(model));
    }

    private static PackageElement packageOf(Element type) {
        Element at = type;
        while (at.getKind() != ElementKind.PACKAGE) {
            at = at.getEnclosingElement();
        }
        return (PackageElement) at;
    }
}

package dev.dataflow.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The methods of a model, its own and inherited ones, by name. */
final class Methods {

    private final Lineage lineage;
    private final Types types;
    private final Map<String, List<ExecutableElement>> byName = new HashMap<>();

    Methods(Lineage lineage, Types types) {
        this.lineage = lineage;
        this.types = types;
        lineage.all()
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(method -> !method.getModifiers().contains(Modifier.STATIC)
                        && method.getParameters().size() <= 1
                        && method.getTypeParameters().isEmpty())
                .forEach(method -> byName.computeIfAbsent(method.getSimpleName().toString(), name -> new ArrayList<>())
                        .add(method));
    }

    /** The method of a name that takes nothing and gives a type, if generated code may call it. */
    Optional<ExecutableElement> getter(String name, TypeMirror type) {
        return getters(name).stream()
                .filter(this::isUsable)
                .filter(method -> types.isSameType(executable(method).getReturnType(), type))
                .findFirst();
    }

    /** All methods of a name that take nothing: the one called and those it overrides. */
    List<ExecutableElement> getters(String name) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(method -> method.getParameters().isEmpty())
                .toList();
    }

    /** The method of a name that takes one value of a type, if generated code may call it. */
    Optional<ExecutableElement> setter(String name, TypeMirror type) {
        return setters(name, type).stream().filter(this::isUsable).findFirst();
    }

    /** All methods of a name that take one value of a type. */
    List<ExecutableElement> setters(String name, TypeMirror type) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(method -> method.getParameters().size() == 1)
                .filter(method ->
                        types.isSameType(executable(method).getParameterTypes().get(0), type))
                .toList();
    }

    private boolean isUsable(ExecutableElement method) {
        return lineage.isVisible(method) && method.getThrownTypes().isEmpty();
    }

    private ExecutableType executable(ExecutableElement method) {
        return (ExecutableType) lineage.typeOf(method);
    }

    /** Whether a constructor could be called with properties of some types. */
    Optional<List<String>> arguments(ExecutableElement constructor, Map<String, TypeMirror> properties) {
        List<String> names = new ArrayList<>();
        for (VariableElement parameter : constructor.getParameters()) {
            String name = parameter.getSimpleName().toString();
            TypeMirror type = properties.get(name);
            if (type == null || !takes(parameter.asType(), type)) {
                return Optional.empty();
            }
            names.add(name);
        }
        return names.size() == properties.size() ? Optional.of(names) : Optional.empty();
    }

    private boolean takes(TypeMirror parameter, TypeMirror value) {
        return parameter.getKind().isPrimitive() == value.getKind().isPrimitive()
                && types.isAssignable(value, parameter);
    }
}

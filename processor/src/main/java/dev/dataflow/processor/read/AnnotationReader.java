package dev.dataflow.processor.read;

import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.Argument;
import dev.dataflow.processor.source.Unresolved;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Reads an annotation's values, with their places. */
final class AnnotationReader {

    /** What javac gives as the value of an expression it could not resolve. */
    private static final String ERROR = "<error>";

    private final Consumer<Unresolved> unresolved;

    AnnotationReader(Consumer<Unresolved> unresolved) {
        this.unresolved = unresolved;
    }

    /** An annotation's qualified name. */
    static String name(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    private static String simpleName(Place place) {
        return Objects.requireNonNull(place.annotation())
                .getAnnotationType()
                .asElement()
                .getSimpleName()
                .toString();
    }

    AnnotationSource read(AnnotationMirror mirror, Place element) {
        Place place = element.at(mirror);
        Map<String, Argument> arguments = new LinkedHashMap<>();
        mirror.getElementValues()
                .forEach((member, value) ->
                        arguments.put(member.getSimpleName().toString(), argument(value, place.at(value))));
        return new AnnotationSource(name(mirror), place, arguments);
    }

    /** The annotations in a container of repeated ones. */
    List<AnnotationSource> repeated(AnnotationMirror container, Place element) {
        return container.getElementValues().values().stream()
                .flatMap(value -> ((List<?>) value.getValue()).stream())
                .map(value -> read((AnnotationMirror) ((AnnotationValue) value).getValue(), element))
                .toList();
    }

    private Argument argument(AnnotationValue value, Place place) {
        return value.accept(
                new SimpleAnnotationValueVisitor14<Argument, Place>() {
                    @Override
                    protected Argument defaultAction(Object constant, Place at) {
                        if (ERROR.equals(constant)) {
                            unresolved.accept(new Unresolved("a value of @" + simpleName(at), at));
                        }
                        return new Argument(constant, at);
                    }

                    @Override
                    public Argument visitEnumConstant(VariableElement constant, Place at) {
                        return new Argument(constant.getSimpleName().toString(), at);
                    }

                    @Override
                    public Argument visitType(TypeMirror type, Place at) {
                        return new Argument(className(type, at), at);
                    }

                    @Override
                    public Argument visitArray(List<? extends AnnotationValue> values, Place at) {
                        return new Argument(
                                values.stream()
                                        .map(element ->
                                                argument(element, new Place(at.element(), at.annotation(), element)))
                                        .toList(),
                                at);
                    }
                },
                place);
    }

    private String className(TypeMirror type, Place place) {
        if (type.getKind() == TypeKind.ERROR) {
            unresolved.accept(new Unresolved(type.toString(), place));
        }
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : type.toString();
    }
}

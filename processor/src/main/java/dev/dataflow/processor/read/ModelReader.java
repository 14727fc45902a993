package dev.dataflow.processor.read;

import com.palantir.javapoet.ClassName;
import dev.dataflow.annotations.Index;
import dev.dataflow.annotations.Indexes;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.RenamedFrom;
import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.Construction;
import dev.dataflow.processor.source.ModelSource;
import dev.dataflow.processor.source.ModelSource.Form;
import dev.dataflow.processor.source.Unresolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a model. */
public final class ModelReader {

    private static final String VOCABULARY = Model.class.getPackageName() + ".";

    private final Elements elements;
    private final Types types;

    /** A reader with the compiler's elements and types. */
    public ModelReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** Whether a type is a model. */
    public static boolean isModel(TypeElement type) {
        return mirror(type, Model.class.getName()).isPresent();
    }

    /** Reads a type that is annotated as a model. */
    public ModelSource read(TypeElement type) {
        List<Unresolved> unresolved = new ArrayList<>();
        AnnotationReader annotations = new AnnotationReader(unresolved::add);
        Place place = Place.of(type);
        AnnotationMirror model = mirror(type, Model.class.getName())
                .orElseThrow(() -> new IllegalArgumentException(type + " is no model"));
        Lineage lineage = new Lineage(type, types);
        lineage.unresolved().forEach(name -> unresolved.add(new Unresolved(name, place)));
        Properties properties = properties(type, lineage);
        ComponentReader reader = new ComponentReader(lineage, place, unresolved::add);
        return new ModelSource(
                ClassName.get(type),
                form(type),
                isInner(type),
                !type.getModifiers().contains(Modifier.ABSTRACT),
                type.getTypeParameters().size(),
                !TypeReader.hidden(type),
                place,
                annotations.read(model, place),
                renamedFrom(lineage, place, annotations),
                indexes(lineage, place, annotations),
                properties.all().stream().map(reader::read).toList(),
                properties.construction(),
                misplaced(lineage, properties, place),
                unresolved,
                false);
    }

    private record Properties(List<Property> all, Construction construction) {}

    private Properties properties(TypeElement type, Lineage lineage) {
        Methods methods = new Methods(lineage, types);
        if (type.getKind() == ElementKind.RECORD) {
            RecordProperties components = new RecordProperties(type, methods);
            return new Properties(components.all(), components.construction());
        }
        Lombok lombok = new Lombok(lineage);
        ClassProperties reader = new ClassProperties(lineage, methods, lombok);
        List<Property> all = reader.all();
        Construction construction =
                new ClassConstruction(type, lineage, methods, lombok, elements).of(all, reader.fields());
        return new Properties(all, construction);
    }

    /** A superclass's indexes are those of each model that extends it. */
    private static List<AnnotationSource> indexes(Lineage lineage, Place place, AnnotationReader annotations) {
        return lineage.classesFromTop().stream()
                .flatMap(type -> Stream.concat(
                                mirror(type, Index.class.getName()).stream()
                                        .map(mirror -> annotations.read(mirror, Place.of(type))),
                                mirror(type, Indexes.class.getName()).stream()
                                        .flatMap(container -> annotations.repeated(container, Place.of(type)).stream()))
                        .map(index -> type.equals(place.element()) ? index : index.at(place)))
                .toList();
    }

    /** The model's, or that of the nearest superclass that has one. */
    private static Optional<AnnotationSource> renamedFrom(Lineage lineage, Place place, AnnotationReader annotations) {
        return lineage.classesFromTop().stream()
                .flatMap(type -> mirror(type, RenamedFrom.class.getName()).stream()
                        .map(mirror -> annotations.read(mirror, Place.of(type)))
                        .map(found -> type.equals(place.element()) ? found : found.at(place)))
                .reduce((upper, lower) -> lower);
    }

    /** What would be ignored without a word. */
    private static List<AnnotationSource> misplaced(Lineage lineage, Properties properties, Place place) {
        AnnotationReader annotations = new AnnotationReader(unresolved -> {}); // they have no effect anyway
        Set<Element> parts = properties.all().stream()
                .flatMap(property -> property.parts().stream())
                .collect(Collectors.toSet());
        return lineage.all()
                .flatMap(type -> type.getEnclosedElements().stream())
                .filter(member -> member.getKind() == ElementKind.METHOD || member.getKind() == ElementKind.FIELD)
                .filter(member -> !parts.contains(member))
                .flatMap(member -> member.getAnnotationMirrors().stream()
                        .filter(mirror -> AnnotationReader.name(mirror).startsWith(VOCABULARY))
                        .map(mirror -> {
                            AnnotationSource found = annotations.read(mirror, Place.of(member));
                            return lineage.isOwn(member) ? found : found.at(place);
                        }))
                .toList();
    }

    private static boolean isInner(TypeElement type) {
        boolean implicitlyStatic = type.getKind() != ElementKind.CLASS
                || type.getEnclosingElement().getKind().isInterface();
        return type.getNestingKind().isNested()
                && !implicitlyStatic
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    /** Whether code written by hand runs when a row becomes an instance, so that it may refuse values. */
    public boolean runsCode(TypeElement type, ModelSource source) {
        if (source.form() == Form.OTHER) {
            return false; // ecj fails when asked for the components of a type that is no record
        }
        if (!source.isClass()) {
            return RecordProperties.canonicalConstructor(type)
                    .filter(constructor -> elements.getOrigin(constructor) == Elements.Origin.EXPLICIT)
                    .isPresent();
        }
        return !source.construction().bySetters()
                || source.components().stream()
                        .map(component -> component.access().setter())
                        .anyMatch(setter -> setter != null && setter.isMethod());
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

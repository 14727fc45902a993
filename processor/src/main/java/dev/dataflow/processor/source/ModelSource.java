package dev.dataflow.processor.source;

import com.palantir.javapoet.ClassName;
import dev.dataflow.processor.problem.Place;
import java.util.List;
import java.util.Optional;

/**
 * A model.
 *
 * @param type its class
 * @param form what kind of type it is
 * @param inner whether each instance belongs to one of the type it is declared in
 * @param instantiable whether it is not abstract
 * @param parameters how many type parameters it has
 * @param visible whether generated classes of its package can name it
 * @param place where it stands
 * @param model its {@code @Model}
 * @param renamedFrom its {@code @RenamedFrom}; empty for none
 * @param indexes its {@code @Index} annotations in order
 * @param components its components in order
 * @param construction how its instances are made
 * @param misplaced the project's annotations on members that are no part of a component
 * @param unresolved names the compiler does not know yet
 * @param validating whether its constructor has code of its own
 */
public record ModelSource(
        ClassName type,
        Form form,
        boolean inner,
        boolean instantiable,
        int parameters,
        boolean visible,
        Place place,
        AnnotationSource model,
        Optional<AnnotationSource> renamedFrom,
        List<AnnotationSource> indexes,
        List<ComponentSource> components,
        Construction construction,
        List<AnnotationSource> misplaced,
        List<Unresolved> unresolved,
        boolean validating) {

    /** Copies the lists. */
    public ModelSource {
        indexes = List.copyOf(indexes);
        components = List.copyOf(components);
        misplaced = List.copyOf(misplaced);
        unresolved = List.copyOf(unresolved);
    }

    /** The same, knowing whether the constructor has code of its own. */
    public ModelSource validating(boolean code) {
        return new ModelSource(
                type,
                form,
                inner,
                instantiable,
                parameters,
                visible,
                place,
                model,
                renamedFrom,
                indexes,
                components,
                construction,
                misplaced,
                unresolved,
                code);
    }

    /** Whether its components are properties of a class, not those of a record. */
    public boolean isClass() {
        return form == Form.CLASS;
    }

    /** A component by its name. */
    public Optional<ComponentSource> component(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst();
    }

    /** What kind of type a model is. */
    public enum Form {
        /** A record. */
        RECORD,
        /** A class. */
        CLASS,
        /** An enum, interface or annotation. */
        OTHER
    }
}

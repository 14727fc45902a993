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
 * @param nested whether it is declared in another type
 * @param parameters how many type parameters it has
 * @param visible whether generated classes of its package can name it
 * @param place where it stands
 * @param model its {@code @Model}
 * @param indexes its {@code @Index} annotations in order
 * @param components its components in order
 * @param unresolved names the compiler does not know yet
 * @param validating whether its constructor has code of its own
 */
public record ModelSource(
        ClassName type,
        Form form,
        boolean nested,
        int parameters,
        boolean visible,
        Place place,
        AnnotationSource model,
        List<AnnotationSource> indexes,
        List<ComponentSource> components,
        List<Unresolved> unresolved,
        boolean validating) {

    /** Copies the lists. */
    public ModelSource {
        indexes = List.copyOf(indexes);
        components = List.copyOf(components);
        unresolved = List.copyOf(unresolved);
    }

    /** The same, knowing whether the constructor has code of its own. */
    public ModelSource validating(boolean code) {
        return new ModelSource(
                type, form, nested, parameters, visible, place, model, indexes, components, unresolved, code);
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

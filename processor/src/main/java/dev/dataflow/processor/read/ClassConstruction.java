package dev.dataflow.processor.read;

import dev.dataflow.processor.source.Construction;
import dev.dataflow.processor.source.Construction.Way;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * How an instance of a class is made: by a constructor without parameters where each property can be set, else by one
 * whose parameters are the properties, in any order.
 */
final class ClassConstruction {

    /** The names javac gives parameters of class files that do not tell them. */
    private static final Pattern NAMELESS = Pattern.compile("arg\\d+");

    private final TypeElement type;
    private final Lineage lineage;
    private final Methods methods;
    private final Lombok lombok;
    private final Elements elements;

    ClassConstruction(TypeElement type, Lineage lineage, Methods methods, Lombok lombok, Elements elements) {
        this.type = type;
        this.lineage = lineage;
        this.methods = methods;
        this.lombok = lombok;
        this.elements = elements;
    }

    Construction of(List<Property> properties, List<VariableElement> fields) {
        if (lombok.onlyBuilds(type)) {
            return new Construction(Way.BUILDER, List.of());
        }
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
        boolean explicit = constructors.stream().anyMatch(this::isExplicit);
        List<ExecutableElement> usable = constructors.stream()
                .filter(constructor -> isExplicit(constructor) || !lombok.replacesDefault(type))
                .filter(constructor -> lineage.isVisible(constructor)
                        && constructor.getThrownTypes().isEmpty())
                .toList();
        List<VariableElement> own = fields.stream().filter(lineage::isOwn).toList();
        List<List<String>> made = lombok.constructors(type, own, explicit);
        boolean empty = made.stream().anyMatch(List::isEmpty)
                || usable.stream()
                        .anyMatch(constructor -> constructor.getParameters().isEmpty());
        boolean settable =
                properties.stream().allMatch(property -> property.access().setter() != null);
        if (empty && settable) {
            return new Construction(Way.SETTERS, List.of());
        }
        Optional<List<String>> matching = matching(properties, usable, made);
        if (matching.isPresent()) {
            return new Construction(Way.CONSTRUCTOR, matching.get());
        }
        return new Construction(empty ? Way.SETTERS : missing(constructors), List.of());
    }

    private Optional<List<String>> matching(
            List<Property> properties, List<ExecutableElement> usable, List<List<String>> made) {
        Map<String, TypeMirror> types = new LinkedHashMap<>();
        properties.forEach(property -> types.put(property.name(), property.type()));
        List<List<String>> found = new ArrayList<>(made.stream()
                .filter(names ->
                        names.size() == types.size() && Set.copyOf(names).equals(new HashSet<>(types.keySet())))
                .toList());
        usable.forEach(constructor -> methods.arguments(constructor, types).ifPresent(found::add));
        return found.stream().filter(names -> !names.isEmpty()).findFirst();
    }

    private Way missing(List<ExecutableElement> constructors) {
        boolean nameless = constructors.stream()
                .flatMap(constructor -> constructor.getParameters().stream())
                .anyMatch(
                        parameter -> NAMELESS.matcher(parameter.getSimpleName()).matches());
        return nameless ? Way.NAMELESS : Way.NONE;
    }

    /** ecj says of none that the compiler adds it; of a class Lombok changes, one that could be added is taken for it. */
    private boolean isExplicit(ExecutableElement constructor) {
        return elements.getOrigin(constructor) == Elements.Origin.EXPLICIT
                && !(lombok.replacesDefault(type) && EclipseCompiler.mayHaveAdded(constructor, elements));
    }
}

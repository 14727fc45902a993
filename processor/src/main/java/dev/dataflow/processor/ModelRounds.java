package dev.dataflow.processor;

import dev.dataflow.annotations.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Which models are due in a round. Names are kept from round to round, since elements are not valid in the next. */
final class ModelRounds {

    private final Elements elements;
    private final Set<String> waiting = new TreeSet<>();

    ModelRounds(Elements elements) {
        this.elements = elements;
    }

    /** The models new in a round and those put off before, by name. None waits any more. */
    List<TypeElement> due(RoundEnvironment round) {
        Set<String> names = new TreeSet<>(waiting);
        waiting.clear();
        ElementFilter.typesIn(round.getElementsAnnotatedWith(Model.class))
                .forEach(type -> names.add(type.getQualifiedName().toString()));
        List<TypeElement> due = new ArrayList<>();
        for (String name : names) {
            TypeElement type = elements.getTypeElement(name);
            if (type != null) {
                due.add(type);
            }
        }
        return due;
    }

    /** Puts a model off to the next round. */
    void putOff(TypeElement model) {
        waiting.add(model.getQualifiedName().toString());
    }
}

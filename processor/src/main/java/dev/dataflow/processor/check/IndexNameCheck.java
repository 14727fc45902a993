package dev.dataflow.processor.check;

import dev.dataflow.annotations.Unique;
import dev.dataflow.model.IndexDescriptor;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.Place;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** No two indexes or keys of a model share a name. */
final class IndexNameCheck implements ModelCheck {

    @Override
    public void check(Subject subject, Findings findings) {
        Map<String, IndexDescriptor> names = new HashMap<>();
        Stream.concat(subject.model().uniques().stream(), subject.model().indexes().stream())
                .filter(index -> isOther(index, names.putIfAbsent(index.name().toLowerCase(Locale.ROOT), index)))
                .map(IndexDescriptor::name)
                .distinct()
                .forEach(name -> findings.report(
                        ModelProblem.INDEX,
                        place(subject, name),
                        "two indexes are named `" + name + "`",
                        "a name stands for one index"));
    }

    /** The same index once more is another check's. */
    private static boolean isOther(IndexDescriptor index, @Nullable IndexDescriptor namesake) {
        return namesake != null && !(namesake.columns().equals(index.columns()) && namesake.unique() == index.unique());
    }

    /** The last place that gives the name, else the model: {@code a_b, c} and {@code a, b_c} give one name. */
    private static Place place(Subject subject, String name) {
        Stream<Place> uniques = subject.components().stream()
                .flatMap(component -> component.source().find(Unique.class).stream())
                .filter(unique ->
                        unique.name("name").filter(name::equalsIgnoreCase).isPresent())
                .map(unique -> unique.place("name"));
        Stream<Place> indexes = subject.source().indexes().stream()
                .filter(index ->
                        index.name("name").filter(name::equalsIgnoreCase).isPresent())
                .map(index -> index.place("name"));
        return Stream.concat(indexes, uniques)
                .reduce((first, second) -> second)
                .orElse(subject.source().place());
    }
}

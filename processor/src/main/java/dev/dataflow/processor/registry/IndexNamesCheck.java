package dev.dataflow.processor.registry;

import dev.dataflow.annotations.Unique;
import dev.dataflow.model.IndexDescriptor;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.AnnotationSource;
import java.util.Objects;
import java.util.stream.Stream;

/** Names given to indexes and unique keys are one of a kind in the schema: PostgreSQL and SQLite need that. */
final class IndexNamesCheck implements CrossModelCheck {

    @Override
    public void check(KnownModel model, KnownModels others, Findings findings) {
        named(model)
                .forEach(annotation -> annotation
                        .name("name")
                        .ifPresent(name -> others.all().stream()
                                .filter(other -> !other.name().equals(model.name()))
                                .filter(other -> Objects.equals(
                                        other.model().schema(), model.model().schema()))
                                .filter(other -> names(other).anyMatch(name::equalsIgnoreCase))
                                .findFirst()
                                .ifPresent(other -> findings.report(
                                        ModelProblem.INDEX,
                                        annotation.place("name"),
                                        "the name `" + name + "` belongs to an index of " + other.simpleName() + " too",
                                        "index names are one of a kind in a schema"))));
    }

    private static Stream<AnnotationSource> named(KnownModel model) {
        return Stream.concat(
                model.source().indexes().stream(),
                model.source().components().stream().flatMap(component -> component.find(Unique.class).stream()));
    }

    private static Stream<String> names(KnownModel model) {
        return Stream.concat(model.model().uniques().stream(), model.model().indexes().stream())
                .map(IndexDescriptor::name);
    }
}

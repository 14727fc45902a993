package dev.dataflow.node;

import dev.dataflow.error.ErrorCode;
import dev.dataflow.metadata.Inverse;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Reference;
import dev.dataflow.metadata.Referrer;
import dev.dataflow.metadata.Relation;
import dev.dataflow.metadata.RelationName;
import dev.dataflow.metadata.Relations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The relations between the models of one instance. A model is loaded when a relation to it is first used. Thread-safe. */
public final class ModelRelations implements Relations {

    private final NodeRegistry registry;
    private final Map<Way, Optional<Relation>> known = new ConcurrentHashMap<>();
    private final Map<ModelMetadata<?, ?, ?, ?>, List<Referrer>> referrers = new ConcurrentHashMap<>();

    /** Relations between the models of a registry. */
    public ModelRelations(NodeRegistry registry) {
        this.registry = registry;
    }

    private record Way(ModelMetadata<?, ?, ?, ?> model, String name) {}

    @Override
    public @Nullable Relation find(ModelMetadata<?, ?, ?, ?> model, String name) {
        Way way = new Way(model, name);
        Optional<Relation> relation = known.get(way);
        if (relation == null) {
            relation = forward(model, name).or(() -> back(model, name));
            if (relation.isPresent()) {
                known.put(way, relation);
            }
        }
        return relation.orElse(null);
    }

    @Override
    public @Nullable ModelMetadata<?, ?, ?, ?> target(Reference reference) {
        return registry.found(reference.target());
    }

    @Override
    public List<Referrer> referrers(ModelMetadata<?, ?, ?, ?> model) {
        List<Referrer> known = referrers.get(model);
        return known != null ? known : referrers.computeIfAbsent(model, this::findReferrers);
    }

    private List<Referrer> findReferrers(ModelMetadata<?, ?, ?, ?> model) {
        return inverses(model)
                .map(Inverse::model)
                .distinct()
                .map(registry::metadata)
                .flatMap(source -> source.definition().references().stream()
                        .filter(reference ->
                                reference.target().equals(model.definition().name()))
                        .map(reference -> new Referrer(source, reference)))
                .toList();
    }

    @Override
    public List<RelationName> names(ModelMetadata<?, ?, ?, ?> model) {
        Stream<RelationName> forward =
                model.definition().references().stream().flatMap(reference -> Stream.ofNullable(reference.relation()));
        return Stream.concat(forward, inverses(model).flatMap(inverse -> Stream.ofNullable(inverse.name())))
                .toList();
    }

    private Optional<Relation> forward(ModelMetadata<?, ?, ?, ?> model, String name) {
        for (Reference reference : model.definition().references()) {
            RelationName relation = reference.relation();
            if (relation != null && relation.is(name)) {
                if (!registry.has(reference.target())) {
                    throw missing(model, name, reference.target());
                }
                ModelMetadata<?, ?, ?, ?> target = registry.metadata(reference.target());
                return Optional.of(new Relation(relation, target, column(model, reference), key(target), false));
            }
        }
        return Optional.empty();
    }

    private Optional<Relation> back(ModelMetadata<?, ?, ?, ?> model, String name) {
        List<Relation> found = inverses(model)
                .filter(inverse -> inverse.name() != null && inverse.name().is(name))
                .map(inverse -> registry.metadata(inverse.model()))
                .distinct()
                .flatMap(source -> source.definition().references().stream()
                        .filter(reference ->
                                reference.target().equals(model.definition().name())
                                        && reference.inverse() != null
                                        && reference.inverse().is(name))
                        .map(reference ->
                                new Relation(reference.inverse(), source, key(model), column(source, reference), true)))
                .toList();
        if (found.size() > 1) {
            throw Refusal.of(
                    ErrorCode.RELATION_INVALID,
                    "relation `" + name + "` of " + model + " leads to several models",
                    "references of "
                            + found.stream()
                                    .map(relation -> relation.target().toString())
                                    .distinct()
                                    .collect(Collectors.joining(" and "))
                            + " name it as their inverse",
                    "name one of the inverses otherwise");
        }
        return found.stream().findFirst();
    }

    private Stream<Inverse> inverses(ModelMetadata<?, ?, ?, ?> model) {
        return registry.inverses().stream()
                .filter(inverse -> inverse.target().equals(model.definition().name()));
    }

    private static List<Integer> key(ModelMetadata<?, ?, ?, ?> model) {
        return model.key().positions();
    }

    private static List<Integer> column(ModelMetadata<?, ?, ?, ?> model, Reference reference) {
        return List.of(model.position(reference.column()));
    }

    private static RuntimeException missing(ModelMetadata<?, ?, ?, ?> model, String name, String target) {
        return Refusal.of(
                ErrorCode.RELATION_INVALID,
                "relation `" + name + "` of " + model + " leads to a model this instance does not have",
                target + " is not among its models",
                "add the model to models(…) of the builder, or its jar to the class path");
    }
}

package dev.dataflow.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dataflow.discovery.ModelDiscovery;
import dev.dataflow.metadata.Inverse;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Relation;
import dev.dataflow.metadata.RelationName;
import dev.dataflow.model.GeneratedCode;
import dev.dataflow.model.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Relations are found across modules, and no model is loaded that is not led to. */
class ModelRelationsTest {

    private static final LibraryModel READER = LibraryModel.of("Reader", null);
    private static final LibraryModel LOAN = LibraryModel.of("Loan", "loans");
    private static final LibraryModel FINE = LibraryModel.of("Fine", "fines");

    private final List<String> loaded = new ArrayList<>();

    private final class Module implements ModelModule {
        private final Map<String, LibraryModel> models;
        private final List<Inverse> inverses;

        Module(Map<String, LibraryModel> models, Inverse... inverses) {
            this.models = models;
            this.inverses = List.of(inverses);
        }

        @Override
        public int contract() {
            return GeneratedCode.CONTRACT;
        }

        @Override
        public List<String> models() {
            return models.keySet().stream().sorted().toList();
        }

        @Override
        public ModelMetadata<?, ?, ?, ?> metadata(String model) {
            loaded.add(model);
            return models.get(model);
        }

        @Override
        public List<Inverse> inverses() {
            return inverses;
        }

        @Override
        public Node node(String model, NodeKind kind, NodeScope scope) {
            throw new UnsupportedOperationException();
        }
    }

    private static Inverse back(String name, String model) {
        return new Inverse("library.Reader", name, name, "library." + model);
    }

    private static ModelRelations over(Module... modules) {
        ClassLoader empty = new ClassLoader(null) {};
        return new ModelRelations(NodeRegistry.of(List.of(modules), new ModelDiscovery(empty)));
    }

    private final Module readers = new Module(Map.of("library.Reader", READER));
    private final Module loans = new Module(
            Map.of("library.Loan", LOAN, "library.Fine", FINE), back("loans", "Loan"), back("fines", "Fine"));

    @Test
    void aRelationBackLoadsOnlyTheModelItLeadsTo() {
        ModelRelations relations = over(readers, loans);
        assertThat(relations.names(READER)).extracting(RelationName::key).containsExactly("reader", "loans", "fines");
        assertThat(relations.find(READER, "no")).isNull();
        assertThat(loaded).isEmpty();
        assertThat(relations.find(READER, "loans"))
                .isEqualTo(new Relation(new RelationName("loans", "loans"), LOAN, List.of(0), List.of(1), true));
        assertThat(loaded).containsOnly("library.Loan");
        assertThat(relations.find(LOAN, "reader"))
                .isEqualTo(new Relation(new RelationName("reader", "reader"), READER, List.of(1), List.of(0), false));
        assertThat(loaded).containsExactly("library.Loan", "library.Reader");
        relations.find(LOAN, "reader");
        assertThat(loaded).hasSize(2);
    }

    @Test
    void twoModulesMayNotNameTheirWaysBackAlike() {
        LibraryModel visit = LibraryModel.of("Visit", "loans");
        ModelRelations relations =
                over(readers, loans, new Module(Map.of("library.Visit", visit), back("loans", "Visit")));
        assertThatThrownBy(() -> relations.find(READER, "loans"))
                .hasMessageContaining("[DF-118]")
                .hasMessageContaining("library.Loan")
                .hasMessageContaining("library.Visit");
        assertThat(relations.find(READER, "fines")).isNotNull();
    }

    @Test
    void modelsTheInstanceLacksAreNotLedTo() {
        ModelRelations relations = over(loans);
        assertThatThrownBy(() -> relations.find(LOAN, "reader"))
                .hasMessageContaining("[DF-118]")
                .hasMessageContaining("library.Reader is not among its models");
        assertThat(relations.find(READER, "loans")).isNull();
    }
}

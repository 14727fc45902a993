package dev.dataflow.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A package of the user cannot make a statement without traits, nor run one. */
class TraitBypassTest {

    /** What surrounds an attempt: a node of one's own, as generated ones are. */
    private static final String NODE = """
            package mine;

            import dev.dataflow.metadata.ModelMetadata;
            import dev.dataflow.node.*;
            import dev.dataflow.statement.*;
            import dev.dataflow.trait.*;
            import shop.*;

            class Mine extends ReadNode<Order, Long, OrderDraft, OrderPatch> {
                Mine(NodeScope scope) {
                    super(scope, OrderNodes.metadata());
                }

                Object attempt(NodeScope scope, ModelMetadata<?, ?, ?, ?> model) {
                    return %s;
                }
            }
            """;

    @TempDir
    private Path folder;

    private List<String> said(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Mine.java"), source);
        return Javac.compile(
                        List.of(file),
                        List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                        List.of())
                .stream()
                .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                .map(message -> message.getMessage(null))
                .toList();
    }

    @Test
    void aNodeOfOnesOwnCompiles() throws IOException {
        assertThat(said(NODE.formatted("scope.context()"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a statement of one's own, or what belongs to one
                "new Statement(model, Operation.READ, \"select 1\", java.util.List.of(), false, false)",
                "new Companion(Companion.When.AFTER, 0, count -> null, () -> null)",
                "new dev.dataflow.statement.Renderer(null)",
                "new Traits().all(null)",
                // what runs statements, and what makes them see other rows
                "((ModelNode<?, ?, ?, ?>) this).session()",
                "((ModelNode<?, ?, ?, ?>) this).statements()",
                "((ModelNode<?, ?, ?, ?>) this).context()",
                "scope.context().session()",
                "scope.context().statements()",
                "scope.context().reaching(Tombstones.INCLUDED)",
                "new dev.dataflow.node.DeletionCascade(scope.context(), null, true)",
                // a trait of one's own
                "new dev.dataflow.trait.SoftDelete()"
            })
    void anAttemptDoesNot(String attempt) throws IOException {
        assertThat(said(NODE.formatted(attempt)))
                .singleElement()
                .asString()
                .containsAnyOf("not public", "has private access", "cannot be accessed");
    }

    /** A kind of node of one's own. */
    @Test
    void nodesAreSealed() throws IOException {
        assertThat(said("""
                package mine;

                import dev.dataflow.node.*;
                import shop.*;

                abstract class Mine extends ModelNode<Order, Long, OrderDraft, OrderPatch> {
                    Mine(NodeScope scope) {
                        super(scope, OrderNodes.metadata(), dev.dataflow.model.NodeKind.READ);
                    }
                }
                """)).isNotEmpty().anyMatch(message -> message.contains("sealed"));
    }
}

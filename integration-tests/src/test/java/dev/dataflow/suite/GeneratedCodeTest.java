package dev.dataflow.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Generated code uses no reflection, and of the runtime only what generated code may use. */
class GeneratedCodeTest {

    private static final Set<String> ALLOWED = Set.of(
            "dev.dataflow.model",
            "dev.dataflow.type",
            "dev.dataflow.metadata",
            "dev.dataflow.query",
            "dev.dataflow.node");

    private static final JavaClasses GENERATED = new ClassFileImporter()
            .importClasses(
                    shop.OrderNodes.class,
                    shop.OrderTable.class,
                    shop.OrderDraft.class,
                    shop.OrderPatch.class,
                    shop.OrderCreateNode.class,
                    shop.OrderListNode.class,
                    shop.OrderBulkUpdateNode.class,
                    OrderMetadataOf.type(),
                    EverythingNodes.class,
                    EverythingTable.class);

    /** The metadata's class is not visible outside its package. */
    private static final class OrderMetadataOf {
        static Class<?> type() {
            return shop.OrderNodes.metadata().getClass();
        }
    }

    @Test
    void noReflection() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : GENERATED) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (dependency.getTargetClass().getPackageName().startsWith("java.lang.reflect")) {
                    wrong.add(dependency.getDescription());
                }
            }
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().isEquivalentTo(Class.class))
                    .filter(call -> !List.of("desiredAssertionStatus").contains(call.getName()))
                    .forEach(call -> wrong.add(call.getDescription()));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void onlyWhatGeneratedCodeMayUse() {
        Set<String> used = new TreeSet<>();
        for (JavaClass type : GENERATED) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .filter(name -> name.startsWith("dev.dataflow.") && !name.equals("dev.dataflow.suite"))
                    .forEach(used::add);
        }
        assertThat(ALLOWED).containsAll(used);
    }
}

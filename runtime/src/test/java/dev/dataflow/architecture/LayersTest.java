package dev.dataflow.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.dataflow.statement.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A package imports only from packages before it; only the statement layer makes SQL; hot paths use no reflection. */
class LayersTest {

    private static final List<String> ORDER = List.of(
            "dev.dataflow.model",
            "dev.dataflow.annotations",
            "dev.dataflow.explain",
            "dev.dataflow.error",
            "dev.dataflow.config",
            "dev.dataflow.discovery",
            "dev.dataflow.type",
            "dev.dataflow.metadata",
            "dev.dataflow.database",
            "dev.dataflow.query",
            "dev.dataflow.projection",
            "dev.dataflow.trait",
            "dev.dataflow.statement",
            "dev.dataflow.transaction",
            "dev.dataflow.node",
            "dev.dataflow");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.dataflow")
            .that(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "ours", type -> !type.getPackageName().startsWith("dev.dataflow.testing")));

    @Test
    void everyPackageHasItsPlace() {
        Set<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(ORDER).containsAll(packages);
    }

    @Test
    void packagesImportOnlyFromThoseBefore() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                if (target.startsWith("dev.dataflow") && ORDER.indexOf(target) > ORDER.indexOf(type.getPackageName())) {
                    wrong.add(dependency.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("dev.dataflow.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingOutsideItsPackageMakesAStatement() {
        assertThat(CLASSES.get(Statement.class).getConstructors())
                .allSatisfy(constructor -> assertThat(constructor.getModifiers())
                        .doesNotContain(JavaModifier.PUBLIC, JavaModifier.PROTECTED));
        // the factory is the only public way to one; a companion comes with the one it accompanies
        assertThat(CLASSES.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> method.getRawReturnType().isEquivalentTo(Statement.class))
                        .map(method -> method.getOwner().getSimpleName())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("StatementFactory", "Statement", "Companion");
    }

    /** What reads or writes a model's table asks for the conditions and assignments of traits, or has no rows to show. */
    @Test
    void whatNamesATableKnowsTheTraits() {
        Set<String> without = CLASSES.stream()
                .filter(type -> type.getPackageName().equals("dev.dataflow.statement"))
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().equals("table")
                                && call.getTargetOwner().getSimpleName().equals("ModelMetadata")))
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getSimpleName())
                        .noneMatch(
                                Set.of("Predicates", "Assignments", "TraitConditions", "FilterConditions")::contains))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        // those look at the catalog and at names; of rows they show nothing
        assertThat(without).containsExactly("CollationStatements", "ConditionGuard");
    }

    @Test
    void nothingButTheStatementLayerWritesSql() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (Set.of("dev.dataflow.node", "dev.dataflow.trait", "dev.dataflow.projection", "dev.dataflow.metadata")
                    .contains(type.getPackageName())) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String target = dependency.getTargetClass().getName();
                    if (Set.of(
                                    "org.jooq.DSLContext",
                                    "org.jooq.Query",
                                    "org.jooq.Select",
                                    "java.sql.Connection",
                                    "java.sql.PreparedStatement")
                            .contains(target)) {
                        wrong.add(dependency.getDescription());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noReflection() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getName();
                if (target.startsWith("java.lang.reflect") || target.startsWith("java.lang.invoke.MethodHandles$L")) {
                    wrong.add(dependency.getDescription());
                }
            }
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().isEquivalentTo(Class.class))
                    .filter(call -> Set.of("forName", "newInstance", "getMethod", "getDeclaredMethods", "getFields")
                            .contains(call.getName()))
                    .forEach(call -> wrong.add(call.getDescription()));
        }
        // records rows are read into have no generated code
        wrong.removeIf(text -> text.contains("<dev.dataflow.projection.RecordType"));
        // jdbc drivers are found by name at open, and nowhere else
        wrong.removeIf(text -> text.contains("<dev.dataflow.database.JdbcDrivers."));
        assertThat(wrong).isEmpty();
    }

    @Test
    void filesAreSmallEnoughToRead() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.isTopLevelClass())
                        .filter(type -> type.getCodeUnits().stream()
                                        .mapToInt(LayersTest::lastLine)
                                        .max()
                                        .orElse(0)
                                > 500)
                        .map(JavaClass::getName))
                .isEmpty();
    }

    private static int lastLine(JavaCodeUnit unit) {
        return unit.getSourceCodeLocation().getLineNumber();
    }
}

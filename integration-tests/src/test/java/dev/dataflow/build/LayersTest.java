package dev.dataflow.build;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In the migrations engine and in the command line a package imports only from packages before it. */
class LayersTest {

    /** Modules with their packages in order. */
    enum Module {
        MIGRATIONS(
                "dev.dataflow.migrations",
                "wording",
                "identifier",
                "schema",
                "reader.row",
                "reader.postgresql",
                "reader.mysql",
                "reader.sqlite",
                "reader",
                "script",
                "snapshot",
                "change",
                "diff",
                "statistics",
                "plan",
                "statement",
                "rule",
                "analysis.text",
                "analysis",
                "fact",
                "risk",
                "planfile",
                "table",
                "descriptor",
                "rename",
                "storage",
                "desired",
                "limit",
                "catalog",
                "difference",
                "order",
                "ddl",
                "scratch",
                "lock",
                "open"),
        CLI("dev.dataflow.cli", "terminal", "diagram", "report", "source", "plan", "command");

        private final String root;
        private final List<String> order;
        private final JavaClasses classes;

        Module(String root, String... order) {
            this.root = root;
            this.order = List.of(order);
            this.classes = new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(root);
        }

        private boolean has(JavaClass type) {
            return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
        }

        /** The root is after all. */
        private int layer(JavaClass type) {
            return type.getPackageName().equals(root)
                    ? order.size()
                    : order.indexOf(type.getPackageName().substring(root.length() + 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void packagesImportOnlyFromPackagesBeforeThem(Module module) {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass each : module.classes) {
            each.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass target = dependency.getTargetClass();
                if (module.has(target) && module.layer(target) > module.layer(each)) {
                    wrong.add(each.getName() + " → " + target.getName());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyPackageHasItsPlace(Module module) {
        assertThat(module.classes.stream()
                        .filter(each -> !each.getPackageName().equals(module.root))
                        .map(each -> each.getPackageName().substring(module.root.length() + 1))
                        .collect(Collectors.toSet()))
                .hasSameElementsAs(module.order);
    }

    @ParameterizedTest
    @EnumSource
    void noCycles(Module module) {
        slices().matching(module.root + ".(*)..").should().beFreeOfCycles().check(module.classes);
    }

    /** Reports are made of their own view, so that they can be written without a database. */
    @Test
    void reportsKnowNothingOfTheEngine() {
        assertThat(Module.CLI.classes.stream()
                        .filter(each -> each.getPackageName().equals("dev.dataflow.cli.report"))
                        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName()))
                .noneMatch(name -> name.startsWith("dev.dataflow.migrations"));
    }
}

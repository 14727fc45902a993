package dev.dataflow.migrations;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayersTest {

    private static final String ROOT = "dev.dataflow.migrations";

    /** As in the package's own documentation. */
    private static final List<String> ORDER = List.of(
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
            "open");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void packagesImportOnlyFromPackagesBeforeThem() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass each : CLASSES) {
            each.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass target = dependency.getTargetClass();
                if (target.getPackageName().startsWith(ROOT) && layer(target) > layer(each)) {
                    wrong.add(each.getName() + " → " + target.getName());
                }
            });
        }
        assertThat(CLASSES).hasSizeGreaterThan(40);
        assertThat(wrong).isEmpty();
    }

    @Test
    void noCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    private static int layer(JavaClass type) {
        return type.getPackageName().equals(ROOT)
                ? ORDER.size()
                : ORDER.indexOf(type.getPackageName().substring(ROOT.length() + 1));
    }
}

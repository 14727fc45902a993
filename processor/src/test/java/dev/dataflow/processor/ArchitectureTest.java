package dev.dataflow.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.dataflow.processor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.dataflow.processor.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NO_COMPILER = noClasses()
            .that()
            .resideInAnyPackage("..processor.model..", "..processor.write..", "..processor.name..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.lang.model.type..", "javax.lang.model.util..");

    @ArchTest
    static final ArchRule TYPE_MIRRORS_STAY_IN_READ = noClasses()
            .that()
            .resideOutsideOfPackage("..processor.read..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javax.lang.model.type..");

    @ArchTest
    static final ArchRule WRITERS_SEE_ONLY_THE_MODEL = noClasses()
            .that()
            .resideInAPackage("..processor.write..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..processor.source..", "..processor.read..", "..processor.check..", "..processor.problem..");

    @ArchTest
    static final ArchRule NOTHING_OF_THE_RUNTIME = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.dataflow",
                    "dev.dataflow.metadata..",
                    "dev.dataflow.node..",
                    "dev.dataflow.query..",
                    "dev.dataflow.type..",
                    "org.jooq..");
}

package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.docs.Pages.Block;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that every marked block of a page has a source, and that blocks of Java are what their sources say. */
class PagesTest {

    private static final List<String> SCENES = List.of(
            "BulkGuideTest.java",
            "FiltersGuideTest.java",
            "NodesGuideTest.java",
            "ValuesGuideTest.java",
            "TransactionsGuideTest.java",
            "VersionsGuideTest.java",
            "Holding.java",
            "ErrorsGuideTest.java",
            "ConnectingGuideTest.java",
            "RelationsGuideTest.java",
            "TypesGuideTest.java",
            "KeysGuideTest.java",
            "CollationGuideTest.java",
            "ClassesGuideTest.java",
            "CommandLineGuideTest.java",
            "SchemaGuideTest.java",
            "SchemaChangesGuideTest.java",
            "RiskGuideTest.java",
            "SoftDeleteGuideTest.java",
            "TenantsGuideTest.java",
            "DependenciesGuideTest.java");

    @Test
    void javaBlocksAreRegions() {
        List<Block> blocks = Pages.blocks("from");
        assertThat(blocks).isNotEmpty();
        for (Block block : blocks) {
            String[] place = block.source().split("#");
            assertThat(Regions.of(place[0]))
                    .as("%s in %s", block.source(), block.page())
                    .containsKey(place[1]);
            Pages.check("from", block.source(), Regions.of(place[0]).get(place[1]));
        }
    }

    /** A block of a scene that is not played would never be compared with anything. */
    @Test
    void otherBlocksAreOfScenes() {
        Set<String> scenes = Stream.concat(
                        SCENES.stream().flatMap(file -> Regions.scenes(file).stream()),
                        ErrorPagesTest.PROVOKING.stream().flatMap(file -> Regions.provoked(file).stream()))
                .collect(Collectors.toSet());
        assertThat(Stream.of("sql", "output").flatMap(kind -> Pages.blocks(kind).stream()))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(block.source())
                        .as("%s", block.page())
                        .matches("\\S+( sqlite| postgresql| mysql| mariadb)?")
                        .satisfies(source -> assertThat(scenes).contains(source.split(" ")[0])));
    }

    @Test
    void everyMarkedBlockHasAKind() {
        assertThat(Pages.kinds()).containsExactlyInAnyOrder("from", "sql", "output");
    }
}

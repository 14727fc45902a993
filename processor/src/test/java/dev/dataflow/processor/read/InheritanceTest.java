package dev.dataflow.processor.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dataflow.metadata.Column;
import dev.dataflow.processor.testing.Compiled;
import dev.dataflow.processor.testing.CompilerUnderTest;
import dev.dataflow.processor.testing.Loaded;
import dev.dataflow.processor.testing.Models;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InheritanceTest {

    private static final String ENTITY =
            "public abstract class Entity<K, V extends Comparable<V>> implements Keyed<K> {"
                    + " private K id; protected V rank; public K getId() { return id; } public void setId(K id) { this.id = id; } }";
    private static final String KEYED = "public interface Keyed<K> { @Id K getId(); }";

    @Test
    void genericSuperclassesAreFilledIn() {
        Loaded loaded = Models.inShop(
                        KEYED,
                        ENTITY,
                        "public abstract class Named<K> extends Entity<K, Long> { @Nullable String name; K twin; }",
                        "@Model public class A extends Named<UUID> { int count; }",
                        "@Model public class B extends Named<Integer> { @Column(\"no\") String name; }")
                .compileClean()
                .load();
        assertThat(loaded.metadata("shop.A").columns().stream().map(InheritanceTest::describe))
                .startsWith("id UUID", "rank Long", "name String?", "twin UUID", "count Integer");
        assertThat(loaded.metadata("shop.B").columns().stream().map(InheritanceTest::describe))
                .startsWith("id Integer", "rank Long", "no String", "twin Integer");
    }

    @Test
    void accessorsOfInterfacesCountOncePerDiamond() {
        Loaded loaded = Models.inShop(
                        KEYED,
                        "interface Left<K> extends Keyed<K> { @Column(\"l\") String left(); }",
                        "interface Right<K> extends Keyed<K> { @Unique String right(); @Column(\"x\") String left(); }",
                        "interface Both<K> extends Left<K>, Right<K> { @Override @Column(\"both\") String left(); }",
                        "@SuppressWarnings(\"VAL-003\") @Model public record A(Long getId, String left, String right) implements Both<Long> {}")
                .compileClean()
                .load();
        assertThat(loaded.metadata("shop.A").columns().stream().map(InheritanceTest::describe))
                .startsWith("get_id Long", "both String", "right String");
        assertThat(loaded.metadata("shop.A").key().first().column()).isEqualTo("get_id");
        assertThat(loaded.metadata("shop.A").definition().uniques()).hasSize(1);
    }

    @Test
    void aModelMayMentionItsOwnGeneratedTypes() {
        Models.inShop(
                        "@Model public record Order(Long id, int total) {"
                                + " OrderPatch doubled(OrderPatch patch) { return patch.total(2 * total); }"
                                + " static OrderNodes on(dev.dataflow.DataFlow df) { return OrderNodes.on(df); } }",
                        "@Model public class Line implements Comparable<Line> { Long id; int count;"
                                + " private transient LinePatch last; static final LineTable TABLE = LineTable.LINE;"
                                + " void keep(LinePatch patch) { last = patch; } LinePatch last() { return last; }"
                                + " public int compareTo(Line other) { return Integer.compare(count, other.count); } }")
                .compileClean();
    }

    @Test
    void superclassesMayLieInOtherJars(@TempDir Path jar) throws Exception {
        assumeFalse(CompilerUnderTest.isEcj(), "the class path is javac's");
        library(
                jar,
                "package lib; public abstract class Base<K> { private K id; protected String zeta; private int alpha;"
                        + " public K getId() { return id; } public void setId(K id) { this.id = id; }"
                        + " public String zeta() { return zeta; } public void setZeta(String z) { zeta = z; }"
                        + " @dev.dataflow.annotations.Unique public int getAlpha() { return alpha; }"
                        + " public void setAlpha(int a) { alpha = a; } }");
        Compiled compiled = Models.inShop(
                        "@Model public class A extends lib.Base<Long> { @References(A.class) @Nullable Long aId; }")
                .with("-cp", jar + File.pathSeparator + System.getProperty("java.class.path"))
                .compileClean();
        assertThat(compiled.file("shop/ATable.java")
                        .lines()
                        .filter(line -> line.contains("column(\""))
                        .map(line -> line.replaceAll(".*column\\(\"(\\w+)\".*", "$1")))
                .startsWith("zeta", "alpha", "a_id");
        assertThat(compiled.file("META-INF/dataflow/models/shop.A.json")).contains("uk_as_alpha");
    }

    private static void library(Path folder, String source) throws Exception {
        Path file = folder.resolve("src/lib/Base.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        List<String> options = new ArrayList<>(List.of("-proc:none", "-d", folder.toString(), file.toString()));
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
        assertThat(result).isZero();
    }

    private static String describe(Column<?> column) {
        return column.column() + " " + column.type().javaType().getSimpleName() + (column.nullable() ? "?" : "");
    }
}

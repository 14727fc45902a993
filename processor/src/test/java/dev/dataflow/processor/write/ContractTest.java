package dev.dataflow.processor.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dataflow.model.GeneratedCode;
import dev.dataflow.processor.testing.CompilerUnderTest;
import dev.dataflow.processor.testing.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What generated code uses of the runtime, as a list in {@code src/test/resources/contract.txt} under the number of the
 * contract. {@code -DupdateGoldens=true} writes it anew; but when something of it is gone, code generated before no longer
 * runs, and {@link GeneratedCode#CONTRACT} has to be raised first.
 */
class ContractTest {

    private static final Path FILE = Path.of("src/test/resources/contract.txt");

    private static SortedSet<String> used;

    @BeforeAll
    static void compile(@TempDir Path folder) throws IOException {
        assumeFalse(CompilerUnderTest.isEcj(), "ecj compiles to other calls of the same methods");
        used = used(folder);
    }

    @Test
    void whatGeneratedCodeUsesChangesWithTheNumberOnly() throws IOException {
        List<String> lines = new ArrayList<>(List.of("contract " + GeneratedCode.CONTRACT));
        lines.addAll(used);
        if (Boolean.getBoolean("updateGoldens") && (Files.notExists(FILE) || mayBeWritten(used))) {
            Files.write(FILE, lines);
        }
        assertThat(Files.readAllLines(FILE))
                .as("generated code uses other members of the runtime; when one that it used is gone, raise"
                        + " GeneratedCode.CONTRACT; then -DupdateGoldens=true writes the list anew")
                .isEqualTo(lines);
    }

    /** Without a raise more may be used, but no more has to be implemented. */
    private static boolean mayBeWritten(SortedSet<String> used) throws IOException {
        List<String> before = Files.readAllLines(FILE);
        boolean raised = !before.get(0).equals("contract " + GeneratedCode.CONTRACT);
        return raised || used.containsAll(before.subList(1, before.size())) && before.containsAll(asked(used));
    }

    private static List<String> asked(SortedSet<String> used) {
        return used.stream().filter(line -> line.startsWith("implements ")).toList();
    }

    private static SortedSet<String> used(Path folder) throws IOException {
        Models.inShop(
                        """
                        @Model
                        @Index(fields = {"status", "at"})
                        public record Everything(
                            Long id, boolean flag, byte b, short s, int i, long l, float f, double d, BigDecimal decimal,
                            BigInteger big, @Unique String text, byte[] bytes, UUID uuid, @Default("OPEN") Status status,
                            @Nullable Instant at, OffsetDateTime offset, LocalDate date, LocalTime time, LocalDateTime both,
                            Duration duration, List<String> texts, List<Long> numbers, @Json Map<String, List<Integer>> json,
                            @Convert Price price, @References(value = Everything.class, inverse = "children") @Nullable Long parentId,
                            @CreatedAt Instant createdAt) {
                          public enum Status { OPEN }
                          public record Price(BigDecimal amount) {}
                        }
                        """,
                        "@Model(timestamps = false) public record Line(@Id long orderId, @Id int line, String text) {}",
                        "@Model public class Bean { private @Nullable Long id; private int count = 1;"
                                + " public @Nullable Long getId() { return id; } public void setId(@Nullable Long id) { this.id = id; }"
                                + " public int getCount() { return count; } public void setCount(int count) { this.count = count; } }",
                        "@Model(nodes = {dev.dataflow.model.NodeKind.READ}) public record Event(UUID id, int n) {}")
                .compileClean()
                .write(folder);
        return UsedMembers.of(folder);
    }

    @Test
    void whatIsTakenAwayOrAskedForNeedsAnotherNumber() throws IOException {
        SortedSet<String> changed = new TreeSet<>(used);
        assertThat(changed.add("uses dev.dataflow.New.member() void")).isTrue();
        assertThat(mayBeWritten(changed)).isTrue();
        assertThat(changed.add("implements dev.dataflow.New.member() void")).isTrue();
        assertThat(mayBeWritten(changed)).isFalse();
        SortedSet<String> less = new TreeSet<>(used);
        assertThat(less.remove(less.first())).isTrue();
        assertThat(mayBeWritten(less)).isFalse();
    }
}

package dev.dataflow.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Models as records and as classes, and a program that runs every typed node of each. */
final class ClashingModels {

    private static final String HEAD = """
            package %s;

            @dev.dataflow.annotations.Model(table = "%s")
            @java.lang.SuppressWarnings("VAL-007")
            """;

    private static final String RECORD = """
            public record %s(
                java.lang.Long id, @dev.dataflow.annotations.Unique java.lang.String name, int count) {}
            """;

    private static final String CLASS = """
            public final class %1$s {
              private final java.lang.Long id;
              @dev.dataflow.annotations.Unique private final java.lang.String name;
              private final int count;

              public %1$s(java.lang.Long id, java.lang.String name, int count) {
                this.id = id;
                this.name = name;
                this.count = count;
              }

              public java.lang.Long id() { return id; }
              public java.lang.String getName() { return name; }
              public int count() { return count; }
            }
            """;

    private static final String USE = """
              private static void %1$s(DataFlow df) {
                %2$sNodes nodes = %2$sNodes.on(df);
                var table = %2$sTable.%3$s;
                %2$s row = nodes.create(d -> d.name("a").count(1));
                %2$s other = nodes.create(new %2$s(null, "b", 2));
                same(nodes.read(row.id()).orElseThrow(), row);
                same(nodes.readAll(List.of(other.id(), row.id())), List.of(other, row));
                assertThat(nodes.update(row.id(), p -> p.count(5)).count()).isEqualTo(5);
                assertThat(nodes.update(row, p -> p.setExpression(table.COUNT, table.COUNT.add(1))).count()).isEqualTo(6);
                assertThat(nodes.modify(row.id(), (old, p) -> p.count(old.count() + 1)).count()).isEqualTo(7);
                same(nodes.list(q -> q.where(table.COUNT.lt(7)).orderBy(table.NAME.desc())).records(), List.of(other));
                assertThat(nodes.list(q -> q.sort("name"), View.class).records())
                    .containsExactly(new View("a", 7), new View("b", 2));
                assertThat(nodes.upsert(d -> d.name("a").count(8), on -> on.conflictOn(table.NAME)).created()).isFalse();
                List<Long> ids = nodes.bulkCreate(List.of(new %2$s(null, "c", 1)), o -> o.returnIds()).ids();
                assertThat(nodes.bulkUpdate(List.of(new %2$s(ids.get(0), "d", 4))).updated()).isEqualTo(1);
                assertThat(nodes.bulkUpsert(List.of(new %2$s(null, "d", 9)), o -> o.conflictOn(table.NAME)).updated())
                    .isEqualTo(1);
                assertThat(nodes.bulkUpdate(q -> q.where(table.NAME.ne("a")), p -> p.count(3)).updated()).isEqualTo(2);
                assertThat(nodes.count(q -> q.filter(Map.of("count", 3)))).isEqualTo(2);
                assertThat(nodes.bulkDelete(q -> q.where(table.ID.ne(row.id()))).deleted()).isEqualTo(2);
                assertThat(nodes.delete(row.id())).isTrue();
              }

            """;

    private static final String USE_WORDS = """
              private static void %1$s(DataFlow df) {
                %2$sNodes nodes = %2$sNodes.on(df);
                %2$s row = nodes.create(d -> d%3$s);
                same(nodes.read(row.id()).orElseThrow(), row);
                %2$s changed = nodes.update(row.id(), p -> p%4$s);
                same(nodes.list(q -> q.filter(Map.ofEntries(%5$s)).sort("table", "-id_")).records(), List.of(changed));
                assertThat(nodes.bulkUpdate(q -> q.confirmed(), p -> p%3$s).updated()).isEqualTo(1);
                same(nodes.read(row.id()).orElseThrow(), row);
                assertThat(nodes.bulkUpdate(List.of(changed)).updated()).isEqualTo(1);
                same(nodes.read(row.id()).orElseThrow(), changed);
                assertThat(nodes.delete(row.id())).isTrue();
              }

            """;

    private static final String PROGRAM = """
            package clash;

            import static org.assertj.core.api.Assertions.assertThat;

            import dev.dataflow.DataFlow;
            import java.util.List;
            import java.util.Map;

            public final class Program {
              private Program() {}

              record View(String name, int count) {}

              private static void same(Object found, Object expected) {
                assertThat(found).usingRecursiveComparison().isEqualTo(expected);
              }

              public static void run(DataFlow df) {
            %s  }

            %s}
            """;

    private ClashingModels() {}

    static List<RandomModel> sources(
            List<String> records, List<String> classes, List<String> components, List<String> onlyOfClasses) {
        List<RandomModel> sources = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        List<String> uses = new ArrayList<>();
        List<String> all =
                Stream.concat(components.stream(), onlyOfClasses.stream()).toList();
        for (String form : List.of("records", "classes")) {
            String packageName = "clash." + form;
            boolean record = form.equals("records");
            for (String name : record ? records : classes) {
                String text =
                        HEAD.formatted(packageName, form + " " + name) + (record ? RECORD : CLASS).formatted(name);
                sources.add(new RandomModel(packageName, name, text));
                String method = form + name;
                calls.add(method);
                uses.add(USE.formatted(method, packageName + "." + name, name.toUpperCase(Locale.ROOT)));
            }
            List<String> words = record ? components : all;
            String text = HEAD.formatted(packageName, form + " words") + (record ? record(words) : fields(words));
            sources.add(new RandomModel(packageName, "Words", text));
            String method = form + "Words";
            calls.add(method);
            uses.add(USE_WORDS.formatted(
                    method,
                    packageName + ".Words",
                    join(words, word -> ".%s(%d)".formatted(word, words.indexOf(word))),
                    join(words, word -> ".%s(%d)".formatted(word, -words.indexOf(word))),
                    words.stream()
                            .map(word -> "Map.entry(\"%s\", %d)".formatted(word, -words.indexOf(word)))
                            .collect(Collectors.joining(", "))));
        }
        String run = join(calls, call -> "    " + call + "(df);\n");
        sources.add(new RandomModel("clash", "Program", PROGRAM.formatted(run, String.join("", uses))));
        return sources;
    }

    private static String record(List<String> words) {
        return "public record Words(Long id" + join(words, word -> ", int " + word) + ") {}\n";
    }

    private static String fields(List<String> words) {
        return "public class Words { private Long id; public Long id() { return id; } void setId(Long id) { this.id = id; }\n"
                + join(words, word -> "int " + word + ";\n") + "}\n";
    }

    private static String join(List<String> words, Function<String, String> text) {
        return words.stream().map(text).collect(Collectors.joining());
    }
}

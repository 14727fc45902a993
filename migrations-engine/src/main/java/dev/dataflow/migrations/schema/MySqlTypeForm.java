package dev.dataflow.migrations.schema;

import dev.dataflow.config.DatabaseEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The types of MySQL and MariaDB. */
final class MySqlTypeForm {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("integer", "int"),
            Map.entry("dec", "decimal"),
            Map.entry("numeric", "decimal"),
            Map.entry("fixed", "decimal"),
            Map.entry("double precision", "double"),
            Map.entry("real", "double"),
            Map.entry("character", "char"),
            Map.entry("character varying", "varchar"));

    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Set<String> LENGTHS = Set.of("char", "varchar", "binary", "varbinary", "bit");
    private static final Set<String> FRACTIONS = Set.of("datetime", "timestamp", "time");

    private MySqlTypeForm() {}

    static ColumnType read(DatabaseEngine engine, String sql) {
        TypeWords words = TypeWords.of(sql);
        List<String> after = List.of(words.after().toLowerCase(Locale.ROOT).split(" "));
        List<String> before =
                new ArrayList<>(List.of(words.before().toLowerCase(Locale.ROOT).split(" ")));
        boolean zerofill = after.contains("zerofill") || before.remove("zerofill");
        boolean unsigned = after.contains("unsigned") || before.remove("unsigned") || zerofill;
        String name = String.join(" ", before);
        name = ALIASES.getOrDefault(name, name);
        if (name.equals("bool") || name.equals("boolean")) {
            return type("tinyint", List.of(1), 1, null, null, false, false);
        }
        if (name.equals("json") && engine == DatabaseEngine.MARIADB) {
            name = "longtext";
        }
        if (name.equals("enum") || name.equals("set")) {
            return labels(name, words.arguments());
        }
        Integer first = words.number(0);
        Integer second = words.number(1);
        if (INTEGERS.contains(name)) {
            // the width for display is gone from MySQL, except where drivers make a boolean of it
            boolean kept = first != null && (zerofill || name.equals("tinyint") && first == 1 && !unsigned);
            return type(
                    name, kept ? numbers(first, null) : List.of(), kept ? first : null, null, null, unsigned, zerofill);
        }
        if (LENGTHS.contains(name)) {
            Integer length = first == null && !name.startsWith("var") ? Integer.valueOf(1) : first;
            return type(name, numbers(length, null), length, null, null, unsigned, zerofill);
        }
        if (name.equals("decimal")) {
            Integer precision = first == null ? Integer.valueOf(10) : first;
            Integer scale = second == null ? Integer.valueOf(0) : second;
            return type(name, numbers(precision, scale), null, precision, scale, unsigned, zerofill);
        }
        if (FRACTIONS.contains(name)) {
            Integer digits = first == null || first == 0 ? null : first;
            return type(name, numbers(digits, null), null, digits, null, unsigned, zerofill);
        }
        if (name.equals("float") || name.equals("double")) {
            Integer precision = second == null ? null : first;
            String of = name.equals("float") && second == null && first != null && first > 24 ? "double" : name;
            return type(of, numbers(precision, second), null, precision, second, unsigned, zerofill);
        }
        if (name.equals("year")) {
            return type(name, List.of(), null, null, null, false, false);
        }
        return type(name, words.arguments(), first, null, null, unsigned, zerofill);
    }

    private static ColumnType labels(String name, List<String> arguments) {
        List<String> labels = arguments.stream()
                .map(each -> each.substring(1, each.length() - 1).replace("''", "'"))
                .toList();
        return new ColumnType(TypeWords.text(name, arguments, ""), name, null, null, null, false, false, labels);
    }

    private static ColumnType type(
            String name,
            List<?> numbers,
            @Nullable Integer length,
            @Nullable Integer precision,
            @Nullable Integer scale,
            boolean unsigned,
            boolean zerofill) {
        String sql = TypeWords.text(name, numbers, zerofill ? "unsigned zerofill" : unsigned ? "unsigned" : "");
        return new ColumnType(sql, name, length, precision, scale, unsigned, false, List.of());
    }

    private static List<Integer> numbers(@Nullable Integer first, @Nullable Integer second) {
        return Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .toList();
    }
}

package dev.dataflow.migrations.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's types. */
final class PostgresTypeForm {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("decimal", "numeric"),
            Map.entry("varchar", "character varying"),
            Map.entry("char", "character"),
            Map.entry("varbit", "bit varying"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("time", "time without time zone"),
            Map.entry("timetz", "time with time zone"));

    private static final Set<String> LENGTHS = Set.of("character varying", "character", "bit varying", "bit");
    private static final Pattern ARRAY = Pattern.compile("(\\s*\\[\\d*\\])+$");

    private PostgresTypeForm() {}

    static ColumnType read(String sql) {
        String element = ARRAY.matcher(sql.strip()).replaceFirst("");
        boolean array = element.length() < sql.strip().length();
        if (element.indexOf('"') >= 0) {
            return type(element, element, null, null, null, array);
        }
        TypeWords words = TypeWords.of(element.toLowerCase(Locale.ROOT));
        String name = ALIASES.getOrDefault(words.name(), words.name());
        Integer first = words.number(0);
        if (LENGTHS.contains(name)) {
            Integer length = first == null && !name.endsWith("varying") ? Integer.valueOf(1) : first;
            return type(TypeWords.text(name, numbers(length, null), ""), name, length, null, null, array);
        }
        if (name.equals("numeric")) {
            Integer scale = words.number(1) != null ? words.number(1) : first == null ? null : Integer.valueOf(0);
            return type(TypeWords.text(name, numbers(first, scale), ""), name, null, first, scale, array);
        }
        if (first != null && (name.startsWith("time") || name.startsWith("interval"))) {
            int end = name.startsWith("interval") ? name.length() : name.indexOf(' ');
            String after = name.substring(end).strip();
            String text = TypeWords.text(name.substring(0, end), List.of(first), after);
            return type(text, name, null, first, null, array);
        }
        return type(
                TypeWords.text(words.arguments().isEmpty() ? name : words.before(), words.arguments(), words.after()),
                name,
                null,
                null,
                null,
                array);
    }

    private static ColumnType type(
            String text,
            String name,
            @Nullable Integer length,
            @Nullable Integer precision,
            @Nullable Integer scale,
            boolean array) {
        return new ColumnType(array ? text + "[]" : text, name, length, precision, scale, false, array, List.of());
    }

    private static List<Integer> numbers(@Nullable Integer first, @Nullable Integer second) {
        return Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .toList();
    }
}

package dev.dataflow.migrations.schema;

import java.util.List;
import java.util.Locale;

/** SQLite's declared types. */
final class SqliteTypeForm {

    private SqliteTypeForm() {}

    static ColumnType read(String sql) {
        TypeWords words = TypeWords.of(sql.toUpperCase(Locale.ROOT));
        String text = TypeWords.text(words.before(), words.arguments(), words.after());
        Integer first = words.number(0);
        Integer second = words.number(1);
        return second == null
                ? new ColumnType(text, words.name(), first, null, null, false, false, List.of())
                : new ColumnType(text, words.name(), null, first, second, false, false, List.of());
    }
}

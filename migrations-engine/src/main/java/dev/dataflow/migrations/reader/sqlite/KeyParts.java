package dev.dataflow.migrations.reader.sqlite;

import dev.dataflow.migrations.schema.KeyPart;
import dev.dataflow.migrations.schema.NullOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parts of keys and indexes. */
final class KeyParts {

    private KeyParts() {}

    /** Reads the list in parentheses that comes next. */
    static List<KeyPart> read(Cursor cursor) {
        return Expressions.parts(cursor.parenthesised()).stream()
                .map(KeyParts::part)
                .toList();
    }

    private static KeyPart part(List<Token> all) {
        List<Token> tokens = new ArrayList<>(all);
        removeLast(tokens, "AUTOINCREMENT");
        boolean descending = removeLast(tokens, "DESC");
        removeLast(tokens, "ASC");
        String collation = null;
        int size = tokens.size();
        if (size > 2
                && tokens.get(size - 2).is("COLLATE")
                && tokens.get(size - 1).isName()) {
            collation = tokens.get(size - 1).text().toUpperCase(Locale.ROOT);
            tokens.subList(size - 2, size).clear();
        }
        boolean column = tokens.size() == 1 && tokens.get(0).isName();
        return part(
                column ? tokens.get(0).text() : null, column ? null : Expressions.of(tokens), descending, collation);
    }

    static KeyPart part(
            @Nullable String column, @Nullable String expression, boolean descending, @Nullable String collation) {
        return new KeyPart(column, expression, descending, NullOrder.DEFAULT, collation, null, null);
    }

    private static boolean removeLast(List<Token> tokens, String keyword) {
        boolean there = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(keyword);
        if (there) {
            tokens.remove(tokens.size() - 1);
        }
        return there;
    }
}

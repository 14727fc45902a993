package dev.dataflow.migrations.reader.sqlite;

import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.KeyPart;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads CREATE INDEX. */
final class IndexStatement {

    private IndexStatement() {}

    static Index read(String name, String sql) {
        Cursor cursor = new Cursor(sql);
        cursor.expect("CREATE");
        boolean unique = cursor.skip("UNIQUE");
        cursor.expect("INDEX");
        cursor.qualifiedName();
        cursor.expect("ON");
        cursor.name();
        List<KeyPart> parts = KeyParts.read(cursor);
        String where = null;
        if (cursor.skip("WHERE")) {
            List<Token> condition = new ArrayList<>();
            while (cursor.peek().kind() != Token.Kind.END && !cursor.peek().isSymbol(";")) {
                condition.add(cursor.next());
            }
            where = Expressions.of(condition);
        }
        return new Index(name, parts, List.of(), where, unique, true, Index.BTREE, true, new TreeMap<>());
    }
}

package dev.dataflow.migrations.reader.sqlite;

/** Reads CREATE VIEW. */
final class ViewStatement {

    private ViewStatement() {}

    /** The query; with the columns before it when they are named. */
    static String definition(String sql) {
        Cursor cursor = new Cursor(sql);
        cursor.expect("CREATE");
        cursor.expect("VIEW");
        cursor.qualifiedName();
        if (cursor.peek().isSymbol("(")) {
            return cursor.rest();
        }
        cursor.expect("AS");
        return cursor.rest();
    }
}

package dev.dataflow.migrations.reader.sqlite;

import java.util.Locale;
import java.util.Set;

/** Words that expressions are made of, whose case means nothing. */
final class Keywords {

    private static final Set<String> WORDS = Set.of(
            "AND",
            "OR",
            "NOT",
            "NULL",
            "IS",
            "ISNULL",
            "NOTNULL",
            "IN",
            "LIKE",
            "GLOB",
            "REGEXP",
            "MATCH",
            "BETWEEN",
            "ESCAPE",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "EXISTS",
            "CAST",
            "AS",
            "COLLATE",
            "DISTINCT",
            "SELECT",
            "FROM",
            "WHERE",
            "CURRENT_TIME",
            "CURRENT_DATE",
            "CURRENT_TIMESTAMP",
            "TRUE",
            "FALSE");

    private Keywords() {}

    static boolean isOne(String word) {
        return WORDS.contains(word.toUpperCase(Locale.ROOT));
    }
}

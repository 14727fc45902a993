package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Text in lower case, the same on every database: what {@link dev.dataflow.query.LowerCase} makes of it. */
final class LowerCaseField {

    /** SQLite's own function knows only ASCII; this one is registered with the connection. */
    static final String FUNCTION = "dataflow_lower";

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    private final String sql;

    LowerCaseField(DatabaseEngine engine, String serverVersion) {
        this.sql = switch (engine) {
            case POSTGRESQL -> withoutDots("lower({0} collate \"und-x-icu\")") + " collate \"C\"";
            // LOWER ends the text at one of these two letters, whose lower case is longer
            case MYSQL -> withoutDots("lower(replace(replace({0} collate utf8mb4_0900_bin, 'Ⱥ', 'ⱥ'), 'Ⱦ', 'ⱦ'))");
            // its binary collation knows the case of few letters; the older one that of fewer than the newer
            case MARIADB ->
                withoutDots("lower({0} collate "
                        + (isBefore(serverVersion, 10, 10) ? "utf8mb4_unicode_520_ci" : "utf8mb4_uca1400_as_ci")
                        + ") collate utf8mb4_nopad_bin");
            case SQLITE -> FUNCTION + "({0})";
        };
    }

    Field<String> of(Field<?> text) {
        return DSL.field(sql, SQLDataType.CLOB, text);
    }

    /** A dotted capital I and a sigma at the end of a word become one letter here and two or another there. */
    private static String withoutDots(String lower) {
        return "replace(replace(" + lower + ", 'i\u0307', 'i'), 'ς', 'σ')";
    }

    private static boolean isBefore(String version, int major, int minor) {
        Matcher numbers = VERSION.matcher(version);
        if (!numbers.find()) {
            return false;
        }
        int first = Integer.parseInt(numbers.group(1));
        return first < major || first == major && Integer.parseInt(numbers.group(2)) < minor;
    }
}

package dev.dataflow.migrations.fact;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.wording.Amount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which values of a column would not become values of another type, or not the same. */
final class ConversionQuestions {

    /** From this version on PostgreSQL says whether a text can be read as a type without failing. */
    private static final int VALIDITY_VERSION = 16;

    private static final Amount ROUNDED = Amount.of("value that is", "values that are", " rounded");

    private static final Set<String> TEXTS =
            Set.of("character varying", "text", "varchar", "char", "character", "tinytext", "mediumtext", "longtext");
    private static final Set<String> BINARIES = Set.of("varbinary", "binary");
    private static final Set<String> BLOBS = Set.of("tinyblob", "blob", "mediumblob", "longblob");
    /** How many bytes types of MySQL and MariaDB hold that have no length of their own. */
    private static final Map<String, Integer> BYTES = Map.of(
            "tinytext",
            255,
            "text",
            65_535,
            "mediumtext",
            16_777_215,
            "tinyblob",
            255,
            "blob",
            65_535,
            "mediumblob",
            16_777_215);

    private static final int CHARACTER_BYTES = 4;

    private static final Set<String> DECIMALS = Set.of("numeric", "decimal");
    private static final Set<String> FLOATS = Set.of("real", "double precision", "double", "float");
    private static final Map<String, Integer> INTEGER_BITS =
            Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "integer", 32, "int", 32, "bigint", 64);

    private final DatabaseEngine engine;
    private final int majorVersion;

    ConversionQuestions(DatabaseEngine engine, int majorVersion) {
        this.engine = engine;
        this.majorVersion = majorVersion;
    }

    /**
     * The questions of a change of type.
     *
     * @param alter the change
     * @param from the type it has, below all domains
     * @param to the type it gets, below all domains
     * @param table the table's current name
     * @param column the column's current name, quoted
     * @param strict whether a table of SQLite keeps its types
     */
    List<Question> of(
            ColumnChange.Alter alter, ColumnType from, ColumnType to, String table, String column, boolean strict) {
        Asking asking = new Asking(alter, alter.table() + "." + alter.after().name(), table, column, new ArrayList<>());
        if (engine.family() == EngineFamily.SQLITE) {
            if (strict) {
                sqlite(asking, from.name(), to.name());
            }
        } else if (!from.array() && !to.array()) {
            server(asking, from, to);
            if (engine.family() == EngineFamily.MYSQL) {
                mySql(asking, from, to);
            }
        }
        return asking.questions();
    }

    /** The questions of a column that keeps its type in a table of SQLite that begins to be strict. */
    static List<Question> strict(TableChange.AlterOptions change, Column kept, String table, String column) {
        Asking asking = new Asking(change, change.table() + "." + kept.name(), table, column, new ArrayList<>());
        sqlite(asking, "", kept.type().name());
        return asking.questions();
    }

    /** A STRICT table refuses what does not convert exactly. */
    private static void sqlite(Asking asking, String from, String to) {
        String column = asking.column();
        if (to.equals("BLOB") && !from.equals("BLOB")) {
            asking.fails(no("BLOB"), "typeof(" + column + ") NOT IN ('blob', 'null')");
        } else if (to.equals("TEXT") && !from.equals("TEXT")) {
            asking.fails(no("TEXT"), "typeof(" + column + ") = 'blob'");
        } else if (to.equals("INTEGER") || to.equals("INT") || to.equals("REAL")) {
            // a comparison reads a text as a number exactly if the column would
            String number = "CAST(" + column + " AS NUMERIC)";
            String fits = number + " = " + column
                    + (to.equals("REAL") ? "" : " AND " + number + " = CAST(" + number + " AS INTEGER)")
                    + " AND typeof(" + column + ") <> 'blob'";
            asking.fails(no(to), column + " IS NOT NULL AND NOT (" + fits + ")");
        }
    }

    /** The questions of a column of MySQL or MariaDB whose texts get another character set. */
    List<Question> characters(ColumnChange.Alter alter, String table, String column) {
        String from = CharacterSets.of(alter.before().collation());
        String to = CharacterSets.of(alter.after().collation());
        Asking asking = new Asking(alter, alter.table() + "." + alter.after().name(), table, column, new ArrayList<>());
        boolean texts = !from.isEmpty() && !from.equals(to);
        if (engine.family() == EngineFamily.MYSQL && texts && !CharacterSets.holdsAll(to)) {
            String before = "CONVERT(" + column + " USING utf8mb4)";
            String after = "CONVERT(CONVERT(" + column + " USING " + to + ") USING utf8mb4)";
            asking.fails(
                    values(" with characters that " + to + " does not have"),
                    after + " COLLATE utf8mb4_bin <> " + before);
        }
        return asking.questions();
    }

    /** MySQL and MariaDB convert between all types, and refuse single values. */
    private static void mySql(Asking asking, ColumnType from, ColumnType to) {
        if (to.unsigned() && !INTEGER_BITS.containsKey(to.name()) && isNumber(from) && !from.unsigned()) {
            asking.fails(values(" below 0"), asking.column() + " < 0");
        }
        boolean asked = asking.questions().stream().anyMatch(question -> question.effect() == Question.Effect.FAILS);
        if (!asked && to.labels().isEmpty() && MySqlConversions.mayFail(from, to)) {
            asking.unknown(no(String.valueOf(to)));
        }
    }

    private void server(Asking asking, ColumnType from, ColumnType to) {
        boolean number = isNumber(from);
        if (!to.labels().isEmpty()) {
            labels(asking, from, to);
        } else if (engine == DatabaseEngine.MYSQL && to.name().equals("json") && TEXTS.contains(from.name())) {
            asking.fails(no("JSON"), "NOT JSON_VALID(" + asking.column() + ")");
        } else if (engine.family() == EngineFamily.MYSQL && BYTES.containsKey(to.name())) {
            size(asking, from, to.name(), BYTES.get(to.name()));
        } else if (TEXTS.contains(to.name()) || BINARIES.contains(to.name())) {
            length(asking, from, to);
        } else if (INTEGER_BITS.containsKey(to.name()) && number) {
            integer(asking, from, to);
        } else if (DECIMALS.contains(to.name()) && number) {
            decimal(asking, from, to);
        } else if (TEXTS.contains(from.name()) || !from.labels().isEmpty()) {
            fromText(asking, to);
        }
    }

    /** PostgreSQL leaves out spaces at the end that are too many without an error, MySQL and MariaDB refuse them. */
    private void length(Asking asking, ColumnType from, ColumnType to) {
        boolean isPostgres = engine == DatabaseEngine.POSTGRESQL;
        Integer most = to.length();
        if (most == null || from.length() != null && TEXTS.contains(from.name()) && from.length() <= most) {
            return;
        }
        boolean bytes = BINARIES.contains(to.name());
        Amount words = values(
                " of more than " + Amount.of(most, bytes ? "byte" : "character", bytes ? "bytes" : "characters"));
        if (TEXTS.contains(from.name()) && TEXTS.contains(to.name())) {
            String rest = "SUBSTRING(" + asking.column() + " FROM " + (most + 1) + ")";
            asking.fails(words, "CHAR_LENGTH(" + (isPostgres ? "RTRIM(" + rest + ")" : rest) + ") > 0");
        } else if (BINARIES.contains(from.name()) && BINARIES.contains(to.name())) {
            asking.fails(words, "OCTET_LENGTH(" + asking.column() + ") > " + most);
        } else {
            asking.unknown(words);
        }
    }

    /** Texts without a length of their own lose spaces at their end that are too many. */
    private static void size(Asking asking, ColumnType from, String to, int most) {
        Integer length = from.length();
        boolean sized = TEXTS.contains(from.name()) || BINARIES.contains(from.name()) || BLOBS.contains(from.name());
        int bytes = length == null ? BYTES.getOrDefault(from.name(), Integer.MAX_VALUE) : length * CHARACTER_BYTES;
        if (sized && bytes > most) {
            String value = TEXTS.contains(from.name()) && !to.endsWith("blob")
                    ? "RTRIM(" + asking.column() + ")"
                    : asking.column();
            asking.fails(values(" of more than " + most + " bytes"), "OCTET_LENGTH(" + value + ") > " + most);
        }
    }

    private static void labels(Asking asking, ColumnType from, ColumnType to) {
        boolean one = from.name().equals("enum") || from.name().equals(to.name());
        if (one && !from.labels().isEmpty() && to.labels().containsAll(from.labels())) {
            return;
        }
        Amount words = Amount.of("value that is", "values that are", " none of the new type's");
        boolean texts = TEXTS.contains(from.name()) || !from.labels().isEmpty();
        if (to.name().equals("enum") && texts) {
            String all = to.labels().stream()
                    .map(label -> "'" + label.replace("\\", "\\\\").replace("'", "''") + "'")
                    .collect(Collectors.joining(", "));
            asking.fails(words, asking.column() + " NOT IN (" + all + ")");
        } else {
            asking.unknown(words);
        }
    }

    private static void integer(Asking asking, ColumnType from, ColumnType to) {
        BigInteger least = least(to);
        BigInteger most = most(to);
        boolean whole = INTEGER_BITS.containsKey(from.name());
        String column = asking.column();
        if (!whole || least(from).compareTo(least) < 0 || most(from).compareTo(most) > 0) {
            String half = whole ? "" : ".5";
            String low = whole ? column + " < " + least : column + " <= " + least.subtract(BigInteger.ONE) + half;
            if (!whole && least.signum() == 0) {
                low = column + " <= -0.5";
            }
            asking.fails(
                    values(" outside of " + least + " to " + most),
                    "(" + low + " OR " + column + (whole ? " > " : " >= ") + most + half + ")");
        }
        if (!whole) {
            asking.loses(ROUNDED, column + " <> ROUND(" + column + ")");
        }
    }

    private static void decimal(Asking asking, ColumnType from, ColumnType to) {
        Integer precision = to.precision();
        if (precision == null) {
            return;
        }
        int scale = to.scale() == null ? 0 : to.scale();
        String column =
                FLOATS.contains(from.name()) ? "CAST(" + asking.column() + " AS DECIMAL(65,30))" : asking.column();
        boolean unlimited = from.precision() == null;
        boolean fitsBefore = !unlimited
                && DECIMALS.contains(from.name())
                && from.precision() - orZero(from.scale()) <= precision - scale
                && orZero(from.scale()) <= scale;
        Amount digits =
                values(" of more than " + Amount.of(precision - scale, "digit", "digits") + " before the point");
        if (FLOATS.contains(from.name())) {
            asking.unknown(digits);
        } else if (!fitsBefore) {
            asking.fails(digits, "ABS(ROUND(" + column + ", " + scale + ")) >= 1" + "0".repeat(precision - scale));
        }
        if (DECIMALS.contains(from.name()) && (from.precision() == null || orZero(from.scale()) > scale)) {
            asking.loses(ROUNDED, column + " <> ROUND(" + column + ", " + scale + ")");
        }
    }

    private void fromText(Asking asking, ColumnType to) {
        Amount words = no(String.valueOf(to));
        if (engine == DatabaseEngine.POSTGRESQL && majorVersion >= VALIDITY_VERSION) {
            asking.fails(
                    words,
                    "NOT pg_input_is_valid(CAST(" + asking.column() + " AS text), '"
                            + to.sql().replace("'", "''") + "')");
        } else {
            asking.unknown(words);
        }
    }

    private static Amount values(String which) {
        return Amount.of("value", "values", which);
    }

    private static Amount no(String type) {
        return Amount.of("value that is", "values that are", " no " + type);
    }

    private static boolean isNumber(ColumnType type) {
        return INTEGER_BITS.containsKey(type.name()) || DECIMALS.contains(type.name()) || FLOATS.contains(type.name());
    }

    private static BigInteger least(ColumnType type) {
        return type.unsigned()
                ? BigInteger.ZERO
                : BigInteger.TWO.pow(bits(type) - 1).negate();
    }

    private static BigInteger most(ColumnType type) {
        return BigInteger.TWO.pow(type.unsigned() ? bits(type) : bits(type) - 1).subtract(BigInteger.ONE);
    }

    private static int bits(ColumnType type) {
        return INTEGER_BITS.getOrDefault(type.name(), 64);
    }

    private static int orZero(Integer scale) {
        return scale == null ? 0 : scale;
    }

    /** Questions about one column, while they are gathered. */
    private record Asking(Change change, String subject, String table, String column, List<Question> questions) {

        void fails(Amount words, String condition) {
            ask(Question.Effect.FAILS, words, Question.Form.CONDITION, condition);
        }

        void loses(Amount words, String condition) {
            ask(Question.Effect.LOST, words, Question.Form.CONDITION, condition);
        }

        void unknown(Amount words) {
            ask(Question.Effect.FAILS, words, Question.Form.NONE, "");
        }

        private void ask(Question.Effect effect, Amount words, Question.Form form, String sql) {
            Amount counted = Amount.of(words.one(), words.several(), " in " + subject);
            questions.add(new Question(effect, change, table, counted, form, sql));
        }
    }
}

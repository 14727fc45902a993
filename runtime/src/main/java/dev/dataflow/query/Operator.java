package dev.dataflow.query;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operators of filters, as maps name them. */
enum Operator {
    EQ("$eq"),
    NE("$ne"),
    GT("$gt"),
    GTE("$gte"),
    LT("$lt"),
    LTE("$lte"),
    IN("$in"),
    NIN("$nin"),
    BETWEEN("$between"),
    LIKE("$like"),
    ILIKE("$ilike"),
    REGEX("$regex"),
    CONTAINS("$contains"),
    STARTS_WITH("$startsWith"),
    ENDS_WITH("$endsWith"),
    OVERLAPS("$overlaps"),
    SIZE("$size"),
    NULL("$null"),
    EXISTS("$exists"),
    NOT("$not"),
    AND("$and"),
    OR("$or"),
    NOR("$nor"),
    SOME("$some"),
    NONE("$none"),
    EVERY("$every");

    /** What stands beside fields, not inside of one. */
    static final List<Operator> LOGICAL = List.of(AND, OR, NOR, NOT);

    /** What stands inside of a relation to many rows. */
    static final List<Operator> QUANTIFIERS = List.of(SOME, NONE, EVERY);

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    static @Nullable Operator of(String symbol) {
        for (Operator operator : values()) {
            if (operator.symbol.equals(symbol)) {
                return operator;
            }
        }
        return null;
    }

    /** Those that stand inside of a field. */
    static List<String> ofFields() {
        return Arrays.stream(values())
                .filter(operator -> operator != AND && operator != OR && operator != NOR)
                .filter(operator -> !QUANTIFIERS.contains(operator))
                .map(Operator::toString)
                .toList();
    }

    @Override
    public String toString() {
        return symbol;
    }
}

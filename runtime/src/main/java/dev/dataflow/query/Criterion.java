package dev.dataflow.query;

import dev.dataflow.metadata.Relation;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** One condition of a {@link Filter}, checked against its model. True, false or, as in SQL, unknown. Immutable. */
public sealed interface Criterion {

    /** Says what decides the SQL of it, and what its values are, in the order the statement layer renders them. */
    void outline(FilterOutline out);

    /** Whether it is true of every row, whatever its values. */
    default boolean alwaysTrue() {
        return false;
    }

    /** Whether it is false of every row, whatever its values. */
    default boolean alwaysFalse() {
        return false;
    }

    /**
     * All of some; of none it is true.
     *
     * @param terms which
     */
    record All(List<Criterion> terms) implements Criterion {

        /** Copies the list. */
        public All {
            terms = List.copyOf(terms);
        }

        @Override
        public void outline(FilterOutline out) {
            out.all("and", terms);
        }

        @Override
        public boolean alwaysTrue() {
            for (Criterion term : terms) {
                if (!term.alwaysTrue()) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean alwaysFalse() {
            for (Criterion term : terms) {
                if (term.alwaysFalse()) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * At least one of some; of none it is false.
     *
     * @param terms which
     */
    record Any(List<Criterion> terms) implements Criterion {

        /** Copies the list. */
        public Any {
            terms = List.copyOf(terms);
        }

        @Override
        public void outline(FilterOutline out) {
            out.all("or", terms);
        }

        @Override
        public boolean alwaysTrue() {
            for (Criterion term : terms) {
                if (term.alwaysTrue()) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean alwaysFalse() {
            for (Criterion term : terms) {
                if (!term.alwaysFalse()) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The opposite; of the unknown it is unknown.
     *
     * @param term of what
     */
    record Not(Criterion term) implements Criterion {
        @Override
        public void outline(FilterOutline out) {
            out.all("not", List.of(term));
        }

        @Override
        public boolean alwaysTrue() {
            return term.alwaysFalse();
        }

        @Override
        public boolean alwaysFalse() {
            return term.alwaysTrue();
        }
    }

    /**
     * Whether there is no value.
     *
     * @param subject of what
     */
    record IsNull(Subject subject) implements Criterion {
        @Override
        public void outline(FilterOutline out) {
            out.of("null", subject);
        }
    }

    /**
     * A comparison with one value.
     *
     * @param subject what is compared
     * @param by how
     * @param value with what; one value
     */
    record Compare(Subject subject, Comparison by, Operand.Values<?> value) implements Criterion {
        @Override
        public void outline(FilterOutline out) {
            out.of(by, subject, value);
        }
    }

    /**
     * From one value to another, both included.
     *
     * @param subject what is compared
     * @param bounds two values
     */
    record Between(Subject subject, Operand.Values<?> bounds) implements Criterion {
        @Override
        public void outline(FilterOutline out) {
            out.of("between", subject, bounds);
        }
    }

    /**
     * Whether it equals one of some values.
     *
     * @param subject what is compared
     * @param values with what; one at least
     * @param negated whether it must equal none
     */
    record In(Subject subject, Operand.Values<?> values, boolean negated) implements Criterion {
        @Override
        public void outline(FilterOutline out) {
            out.list(negated ? "nin" : "in", subject, values);
        }
    }

    /**
     * Whether several columns together equal one of some rows of values.
     *
     * @param subjects the columns, of which none can be NULL
     * @param columns the values of each column, row by row
     */
    record InRows(List<Subject.OfColumn> subjects, List<Operand.Values<?>> columns) implements Criterion {

        /** Copies the lists. */
        public InRows {
            subjects = List.copyOf(subjects);
            columns = List.copyOf(columns);
        }

        /** How many rows the statement has. */
        public int rows() {
            return columns.get(0).padded();
        }

        @Override
        public void outline(FilterOutline out) {
            out.rows(this);
        }
    }

    /**
     * Whether text matches wildcards as a whole.
     *
     * @param subject what is compared
     * @param wildcards with what
     */
    record Like(Subject subject, Operand.Wildcards wildcards) implements Criterion {
        @Override
        public void outline(FilterOutline out) {
            out.of(wildcards.ignoreCase() ? "ilike" : "like", subject, wildcards);
        }
    }

    /**
     * Whether a part of text matches a regular expression.
     *
     * @param subject what is compared
     * @param expression with what
     */
    record Matches(Subject subject, Operand.Expression expression) implements Criterion {
        @Override
        public void outline(FilterOutline out) {
            out.of("regex", subject, expression);
        }
    }

    /**
     * Whether JSON has a value at a path, be it null.
     *
     * @param subject the path
     */
    record Present(Subject.OfPath subject) implements Criterion {
        @Override
        public void outline(FilterOutline out) {
            out.of("present", subject);
        }
    }

    /**
     * Whether a list holds values.
     *
     * @param subject a column of lists
     * @param values which; one at least
     * @param all whether it must hold all of them, not just one
     */
    record Holds(Subject.OfColumn subject, Operand.Values<?> values, boolean all) implements Criterion {
        @Override
        public void outline(FilterOutline out) {
            out.list(all ? "holdsAll" : "holdsAny", subject, values);
        }
    }

    /** How many of the rows that a relation leads to must match. */
    enum Quantifier {
        /** At least one. */
        SOME,
        /** None. */
        NONE,
        /** All there are, which may be none. */
        EVERY
    }

    /**
     * Whether rows that a relation leads to match.
     *
     * @param relation the relation
     * @param quantifier how many of them
     * @param of what they must match
     */
    record Related(Relation relation, Quantifier quantifier, Criterion of) implements Criterion {
        @Override
        public void outline(FilterOutline out) {
            out.related(relation, quantifier, of);
        }
    }

    /**
     * A condition of jOOQ over the model's own table.
     *
     * @param condition the condition
     * @param outline what decides its SQL; null where only rendering it tells
     */
    record Plain(Condition condition, @Nullable ConditionOutline outline) implements Criterion {
        @Override
        public void outline(FilterOutline out) {
            out.plain(outline);
        }
    }
}

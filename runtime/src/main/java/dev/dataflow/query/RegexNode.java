package dev.dataflow.query;

import java.util.List;

/** What a regular expression is made of; characters are code points. {@link RegexParser} has the grammar. Immutable. */
public sealed interface RegexNode {

    /**
     * One character of some, or one of all others.
     *
     * @param ranges which
     * @param negated whether of all others
     */
    record Characters(List<Range> ranges, boolean negated) implements RegexNode {

        /** Copies the list. */
        public Characters {
            ranges = List.copyOf(ranges);
        }
    }

    /**
     * Characters from one to another.
     *
     * @param first the first
     * @param last the last
     */
    record Range(int first, int last) {}

    /** The start of the text. */
    record Start() implements RegexNode {}

    /** The end of the text. */
    record End() implements RegexNode {}

    /**
     * One after the other.
     *
     * @param parts in order
     */
    record Sequence(List<RegexNode> parts) implements RegexNode {

        /** Copies the list. */
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One of several.
     *
     * @param choices which
     */
    record Alternatives(List<RegexNode> choices) implements RegexNode {

        /** Copies the list. */
        public Alternatives {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Several times.
     *
     * @param part what
     * @param least how often at least
     * @param most how often at most; -1 for any number
     */
    record Repeat(RegexNode part, int least, int most) implements RegexNode {}
}

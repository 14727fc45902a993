package dev.dataflow.query;

import dev.dataflow.query.RegexNode.Characters;
import dev.dataflow.query.RegexNode.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows which expressions cost too much where a database tries one way after the other. */
final class RegexCost {

    /** Characters of an expression whose counts are written out. */
    static final int MOST = 1000;

    private RegexCost() {}

    /** How many characters an expression has when its counts are written out; no more than one above the most. */
    static int size(RegexNode node) {
        long size = 1;
        if (node instanceof RegexNode.Repeat repeat) {
            size = (long) size(repeat.part()) * Math.max(1, Math.max(repeat.least(), repeat.most()));
        } else if (!(node instanceof Characters)) {
            size = parts(node).mapToLong(RegexCost::size).sum();
        }
        return (int) Math.min(MOST + 1, size);
    }

    /** Whether there are several ways to take a text apart into repetitions of a part. */
    static boolean isAmbiguous(RegexNode part) {
        return part instanceof RegexNode.Repeat repeat && repeat.least() != repeat.most()
                || part instanceof RegexNode.Start
                || part instanceof RegexNode.End
                || part instanceof RegexNode.Alternatives alternatives && startAlike(alternatives.choices())
                || parts(part).anyMatch(RegexCost::isAmbiguous);
    }

    private static Stream<RegexNode> parts(RegexNode node) {
        if (node instanceof RegexNode.Sequence sequence) {
            return sequence.parts().stream();
        }
        if (node instanceof RegexNode.Alternatives alternatives) {
            return alternatives.choices().stream();
        }
        return node instanceof RegexNode.Repeat repeat ? Stream.of(repeat.part()) : Stream.empty();
    }

    private static boolean startAlike(List<RegexNode> choices) {
        List<Range> taken = new ArrayList<>();
        for (RegexNode choice : choices) {
            List<Range> starts = starts(choice);
            if (starts == null
                    || starts.stream().anyMatch(start -> taken.stream().anyMatch(other -> overlap(start, other)))) {
                return true;
            }
            taken.addAll(starts);
        }
        return false;
    }

    private static boolean overlap(Range one, Range other) {
        return one.first() <= other.last() && other.first() <= one.last();
    }

    /** The characters a part without repetitions of several lengths can start with; null when it cannot be said. */
    private static @Nullable List<Range> starts(RegexNode node) {
        if (node instanceof Characters characters) {
            return characters.negated() ? others(characters.ranges()) : characters.ranges();
        }
        if (node instanceof RegexNode.Alternatives alternatives) {
            List<Range> all = new ArrayList<>();
            for (RegexNode choice : alternatives.choices()) {
                List<Range> starts = starts(choice);
                if (starts == null) {
                    return null;
                }
                all.addAll(starts);
            }
            return all;
        }
        return parts(node).findFirst().map(RegexCost::starts).orElse(null);
    }

    private static List<Range> others(List<Range> ranges) {
        List<Range> result = new ArrayList<>();
        int next = 0;
        for (Range range :
                ranges.stream().sorted(Comparator.comparingInt(Range::first)).toList()) {
            if (range.first() > next) {
                result.add(new Range(next, range.first() - 1));
            }
            next = Math.max(next, range.last() + 1);
        }
        result.add(new Range(next, Character.MAX_CODE_POINT + 1));
        return result;
    }
}

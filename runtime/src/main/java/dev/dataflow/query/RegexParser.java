package dev.dataflow.query;

import dev.dataflow.query.RegexNode.Characters;
import dev.dataflow.query.RegexNode.Range;
import dev.dataflow.type.IllegalValueException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads regular expressions of the grammar that every database can be made to match alike: literals, {@code .}, classes,
 * groups, {@code |}, {@code * + ?} and counts, {@code ^ $}, {@code \d \w \s} over ASCII, and a backslash before punctuation.
 * All else is refused, and so is what {@link RegexCost} says costs too much. A dot is any character but a line feed. Not thread-safe.
 */
final class RegexParser {

    static final int LONGEST = 1000;

    /** PostgreSQL takes no larger one. */
    private static final int MOST_COUNT = 255;

    private static final int DEEPEST = 20;
    private static final String QUANTIFIERS = "*+?{";

    private final int[] text;
    private int at;
    private int depth;

    private RegexParser(String text) {
        this.text = text.codePoints().toArray();
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalValueException when it is not of the grammar
     */
    static RegexNode parse(String expression) {
        if (expression.isEmpty() || expression.length() > LONGEST) {
            throw new IllegalValueException("is empty or longer than " + LONGEST + " characters");
        }
        RegexParser parser = new RegexParser(expression);
        RegexNode root = parser.alternatives();
        if (parser.at < parser.text.length) {
            throw parser.wrong("a closing parenthesis without an opening one");
        }
        if (RegexCost.size(root) > RegexCost.MOST) {
            throw new IllegalValueException("stands for more than " + RegexCost.MOST + " characters");
        }
        return root;
    }

    private RegexNode alternatives() {
        List<RegexNode> choices = new ArrayList<>(List.of(sequence()));
        while (takes('|')) {
            choices.add(sequence());
        }
        return choices.size() == 1 ? choices.get(0) : new RegexNode.Alternatives(choices);
    }

    private RegexNode sequence() {
        List<RegexNode> parts = new ArrayList<>();
        while (at < text.length && text[at] != '|' && text[at] != ')') {
            parts.add(repeated(atom()));
        }
        if (parts.isEmpty()) {
            throw wrong("an empty alternative or group");
        }
        return parts.size() == 1 ? parts.get(0) : new RegexNode.Sequence(parts);
    }

    private RegexNode atom() {
        int character = text[at++];
        switch (character) {
            case '^':
                return new RegexNode.Start();
            case '$':
                return new RegexNode.End();
            case '.':
                return new Characters(List.of(new Range('\n', '\n')), true);
            case '(':
                return group();
            case '[':
                return set();
            case '\\':
                return escaped();
            case '*', '+', '?', '{':
                throw wrong("a repetition of nothing");
            case '}', ']':
                throw wrong("a closing bracket without an opening one, or without a backslash before it");
            default:
                return literal(character);
        }
    }

    private RegexNode group() {
        if (++depth > DEEPEST) {
            throw wrong("groups more than " + DEEPEST + " deep");
        }
        if (takes('?') && !takes(':')) {
            throw wrong("a group that starts with (?, other than (?:");
        }
        RegexNode inner = alternatives();
        if (!takes(')')) {
            throw wrong("a group that is not closed");
        }
        depth--;
        return inner;
    }

    private RegexNode escaped() {
        List<Range> ranges = new ArrayList<>();
        boolean negated = escape(ranges, true);
        return new Characters(ranges, negated);
    }

    private RegexNode set() {
        boolean negated = takes('^');
        List<Range> ranges = new ArrayList<>();
        do {
            if (at >= text.length) {
                throw wrong("a class that is not closed");
            }
            int first = text[at++];
            if (first == '[' || first == ']' || first == '^') {
                throw wrong("a bracket or ^ in a class without a backslash before it");
            }
            if (first == '&' && at < text.length && text[at] == '&') {
                throw wrong("an intersection of classes");
            }
            if (first == '\\') {
                int before = ranges.size();
                escape(ranges, false);
                if (ranges.size() > before + 1
                        || ranges.get(before).first() != ranges.get(before).last()) {
                    continue;
                }
                first = ranges.remove(before).first();
            }
            ranges.add(new Range(first, last(first)));
        } while (!takes(']'));
        return new Characters(ranges, negated);
    }

    /** The end of a range that may follow its first character. */
    private int last(int first) {
        if (at + 1 >= text.length || text[at] != '-' || text[at + 1] == ']') {
            return first;
        }
        at++;
        int last = text[at++];
        if (last == '\\') {
            List<Range> single = new ArrayList<>();
            escape(single, false);
            last = single.size() == 1 ? single.get(0).first() : -1;
        } else if (last == '[') {
            last = -1;
        }
        if (last < first) {
            throw wrong("a range whose end is before its start");
        }
        return last;
    }

    /** Reads what follows a backslash; tells whether all other characters are meant. */
    private boolean escape(List<Range> ranges, boolean outside) {
        if (at >= text.length) {
            throw wrong("a backslash at its end");
        }
        int character = text[at++];
        switch (character) {
            case 'd', 'D' -> ranges.add(new Range('0', '9'));
            case 'w', 'W' -> {
                ranges.add(new Range('0', '9'));
                ranges.add(new Range('A', 'Z'));
                ranges.add(new Range('_', '_'));
                ranges.add(new Range('a', 'z'));
            }
            case 's', 'S' -> {
                ranges.add(new Range('\t', '\r'));
                ranges.add(new Range(' ', ' '));
            }
            case 't' -> ranges.add(new Range('\t', '\t'));
            case 'n' -> ranges.add(new Range('\n', '\n'));
            case 'r' -> ranges.add(new Range('\r', '\r'));
            default -> {
                if (character < ' ' || character > '~' || Character.isLetterOrDigit(character)) {
                    throw wrong("a backslash before something else than d, w, s, t, n, r or punctuation");
                }
                ranges.add(new Range(character, character));
            }
        }
        boolean negated = character == 'D' || character == 'W' || character == 'S';
        if (negated && !outside) {
            throw wrong("\\D, \\W or \\S inside of a class");
        }
        return negated;
    }

    private RegexNode repeated(RegexNode part) {
        if (at >= text.length || QUANTIFIERS.indexOf(text[at]) < 0) {
            return part;
        }
        int quantifier = text[at++];
        int least = quantifier == '+' ? 1 : 0;
        int most = quantifier == '?' ? 1 : -1;
        if (quantifier == '{') {
            least = count();
            most = !takes(',') ? least : at < text.length && text[at] == '}' ? -1 : count();
            if (!takes('}') || most == 0 || most > 0 && most < least) {
                throw wrong("a count that is not {n}, {n,} or {n,m}");
            }
        }
        if (at < text.length && QUANTIFIERS.indexOf(text[at]) >= 0) {
            throw wrong("a repetition of a repetition, or one that is lazy or possessive");
        }
        if (part instanceof RegexNode.Start || part instanceof RegexNode.End) {
            throw wrong("a repetition of ^ or $");
        }
        if ((most < 0 || most > 1) && RegexCost.isAmbiguous(part)) {
            throw wrong("a repeated group that holds ^, $, a repetition or alternatives that start alike");
        }
        return new RegexNode.Repeat(part, least, most);
    }

    private int count() {
        int start = at;
        int value = 0;
        while (at < text.length && text[at] >= '0' && text[at] <= '9' && value <= MOST_COUNT) {
            value = value * 10 + text[at++] - '0';
        }
        if (at == start || value > MOST_COUNT) {
            throw wrong("a count that is no number from 0 to " + MOST_COUNT);
        }
        return value;
    }

    private static RegexNode literal(int character) {
        return new Characters(List.of(new Range(character, character)), false);
    }

    private boolean takes(int wanted) {
        if (at < text.length && text[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private IllegalValueException wrong(String what) {
        return new IllegalValueException("has " + what + ", near character " + at);
    }
}

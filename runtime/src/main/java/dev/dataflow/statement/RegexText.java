package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.query.RegexNode;
import dev.dataflow.query.RegexNode.Range;
import java.util.List;

/** Writes regular expressions in the syntax of a database; for SQLite in that of the library that matches for it. */
final class RegexText {

    private final DatabaseEngine engine;
    private final StringBuilder text = new StringBuilder();

    RegexText(DatabaseEngine engine) {
        this.engine = engine;
    }

    String of(RegexNode root) {
        if (engine == DatabaseEngine.MARIADB) {
            // whatever the collation says
            text.append("(?-i)");
        }
        write(root);
        return text.toString();
    }

    private void write(RegexNode node) {
        if (node instanceof RegexNode.Characters characters) {
            characters(characters);
        } else if (node instanceof RegexNode.Sequence sequence) {
            sequence.parts().forEach(part -> grouped(part, part instanceof RegexNode.Alternatives));
        } else if (node instanceof RegexNode.Alternatives alternatives) {
            separated(alternatives.choices());
        } else if (node instanceof RegexNode.Repeat repeat) {
            repeat(repeat);
        } else if (node instanceof RegexNode.Start) {
            text.append(engine == DatabaseEngine.POSTGRESQL ? "^" : "\\A");
        } else {
            // elsewhere $ stands before a line feed at the end, too
            text.append(engine == DatabaseEngine.POSTGRESQL ? "$" : "\\z");
        }
    }

    private void separated(List<RegexNode> choices) {
        for (int i = 0; i < choices.size(); i++) {
            text.append(i == 0 ? "" : "|");
            write(choices.get(i));
        }
    }

    private void grouped(RegexNode part, boolean group) {
        text.append(group ? "(?:" : "");
        write(part);
        text.append(group ? ")" : "");
    }

    private void repeat(RegexNode.Repeat repeat) {
        grouped(repeat.part(), !(repeat.part() instanceof RegexNode.Characters));
        int least = repeat.least();
        int most = repeat.most();
        if (most < 0 && least < 2) {
            text.append(least == 0 ? '*' : '+');
        } else if (least == 0 && most == 1) {
            text.append('?');
        } else {
            text.append('{').append(least);
            if (most != least) {
                text.append(',').append(most < 0 ? "" : most);
            }
            text.append('}');
        }
    }

    private void characters(RegexNode.Characters characters) {
        List<Range> ranges = characters.ranges();
        if (!characters.negated()
                && ranges.size() == 1
                && ranges.get(0).first() == ranges.get(0).last()) {
            literal(ranges.get(0).first());
            return;
        }
        text.append(characters.negated() ? "[^" : "[");
        for (Range range : ranges) {
            literal(range.first());
            if (range.last() > range.first()) {
                text.append('-');
                literal(range.last());
            }
        }
        text.append(']');
    }

    private void literal(int character) {
        if (character >= ' ' && character < 127 && !Character.isLetterOrDigit(character) && character != '_') {
            text.append('\\');
        }
        text.appendCodePoint(character);
    }
}

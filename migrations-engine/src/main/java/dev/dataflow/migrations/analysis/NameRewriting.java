package dev.dataflow.migrations.analysis;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.analysis.text.Reference;
import dev.dataflow.migrations.analysis.text.SqlText;
import dev.dataflow.migrations.analysis.text.Token;
import dev.dataflow.migrations.identifier.Quoting;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Puts a table's new name into a text wherever grammar says that the old one means the table. Where the old name stands in
 * any other place the text is not rewritten: somebody has to read it.
 */
final class NameRewriting {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    private final DatabaseEngine engine;
    private final SchemaNames names;
    private final String from;
    private final String to;

    NameRewriting(DatabaseEngine engine, SchemaNames names, String from, String to) {
        this.engine = engine;
        this.names = names;
        this.from = from;
        this.to = Quoting.of(engine).quote(to);
    }

    /** The text with the new name; empty when that is not certain. */
    Optional<String> of(String text) {
        return of(text, Set.of(), 0);
    }

    /** The definition of a trigger on the table itself, which names the table behind its first ON. */
    Optional<String> ofOwnTrigger(String definition) {
        SqlText text = SqlText.of(engine, definition);
        for (int i = 1; i < text.tokens().size(); i++) {
            if (text.isWord(i - 1, "ON")) {
                return of(definition, Set.of(i), i + 1);
            }
        }
        return Optional.empty();
    }

    /** A PostgreSQL routine: in its head the table may be a type, and its own name and its parameters' stay. */
    Optional<String> ofRoutine(RoutineText routine) {
        SqlText head = SqlText.of(engine, routine.head());
        StringBuilder heading = new StringBuilder(routine.head());
        for (int i = head.tokens().size() - 1; i >= 0; i--) {
            Token token = head.tokens().get(i);
            boolean type = head.isWord(i - 1, "SETOF") || head.isWord(i - 1, "RETURNS") || isParameterType(head, i);
            if (names.isTable(token, from) && type) {
                heading.replace(token.start(), token.end(), to);
            }
        }
        return of(routine.body()).map(body -> heading + body);
    }

    private static boolean isParameterType(SqlText head, int i) {
        boolean ends = head.isSign(i + 1, ",") || head.isSign(i + 1, ")") || head.isSign(i + 1, "[");
        return ends
                && i > 0
                && (head.tokens().get(i - 1).isName() || head.isSign(i - 1, "(") || head.isSign(i - 1, ","));
    }

    private Optional<String> of(String definition, Set<Integer> known, int checked) {
        SqlText text = SqlText.of(engine, definition);
        Set<Integer> places = new TreeSet<>(known);
        boolean plain = false;
        for (Reference reference : text.references()) {
            Token token = text.tokens().get(reference.token());
            boolean meant = names.isTable(token, from) && !text.own().contains(token.text());
            if (reference.alias() != null && names.isTable(reference.alias(), from)
                    || meant && reference.schema() >= 0) {
                return Optional.empty();
            }
            if (meant) {
                places.add(reference.token());
                plain |= reference.alias() == null;
            }
        }
        for (int i = checked; i < text.tokens().size(); i++) {
            Token token = text.tokens().get(i);
            if (token.kind() == Token.Kind.STRING && hasName(token.text())) {
                return Optional.empty();
            }
            if (names.isTable(token, from) && !places.contains(i) && !isColumn(text, i)) {
                boolean qualifies = text.isSign(i + 1, ".") && (plain || text.isSign(i + 3, "%"));
                if (!qualifies && !(text.isSign(i + 1, "%") && text.isWord(i + 2, "ROWTYPE"))) {
                    return Optional.empty();
                }
                places.add(i);
            }
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(replaced(definition, text, places));
    }

    private static boolean isColumn(SqlText text, int i) {
        return text.isSign(i - 1, ".") || text.isWord(i - 1, "AS") || text.isSign(i + 1, "(");
    }

    private String replaced(String definition, SqlText text, Set<Integer> places) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (int place : places) {
            Token token = text.tokens().get(place);
            result.append(definition, at, token.start()).append(to);
            at = token.end();
        }
        return result.append(definition.substring(at)).toString();
    }

    private boolean hasName(String text) {
        String name = from.toLowerCase(Locale.ROOT);
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .anyMatch(found -> found.group().equals(name));
    }
}

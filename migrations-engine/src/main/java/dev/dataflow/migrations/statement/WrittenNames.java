package dev.dataflow.migrations.statement;

import dev.dataflow.config.EngineFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names as a statement writes them, with what stands before their points. */
final class WrittenNames {

    private WrittenNames() {}

    /** By their last part: whole names, in quotes, in the order in which they come. */
    static Map<String, List<String>> of(EngineFamily family, List<Token> tokens) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        int at = 0;
        while (at < tokens.size()) {
            int last = at;
            while (last + 2 < tokens.size()
                    && tokens.get(at).isName()
                    && tokens.get(last + 1).isSymbol(".")
                    && tokens.get(last + 2).isName()) {
                last += 2;
            }
            if (tokens.get(at).isName()) {
                String whole = tokens.subList(at, last + 1).stream()
                        .filter(Token::isName)
                        .map(each -> quoted(family, each))
                        .collect(Collectors.joining("."));
                names.computeIfAbsent(tokens.get(last).text(), name -> new ArrayList<>())
                        .add(whole);
            }
            at = last + 1;
        }
        return names;
    }

    /** Without quotes PostgreSQL takes any case for small letters. */
    private static String quoted(EngineFamily family, Token name) {
        boolean small = family == EngineFamily.POSTGRESQL && name.kind() == Token.Kind.WORD;
        return '"' + (small ? name.text().toLowerCase(Locale.ROOT) : name.text()) + '"';
    }
}

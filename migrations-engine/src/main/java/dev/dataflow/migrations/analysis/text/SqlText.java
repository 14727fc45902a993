package dev.dataflow.migrations.analysis.text;

import dev.dataflow.config.DatabaseEngine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A text of SQL, taken apart.
 *
 * @param text the text
 * @param tokens its tokens
 * @param references where it names tables, as grammar tells
 * @param own the names that it gives to queries of its own, with WITH
 */
public record SqlText(String text, List<Token> tokens, List<Reference> references, Set<String> own) {

    /** Copies the lists. */
    public SqlText {
        tokens = List.copyOf(tokens);
        references = List.copyOf(references);
        own = Set.copyOf(own);
    }

    /**
     * Takes a text apart.
     *
     * @param engine whose text it is
     * @param text the text
     */
    public static SqlText of(DatabaseEngine engine, String text) {
        List<Token> tokens = new Tokenizer(engine, text).tokens();
        return new SqlText(text, tokens, new References(tokens).found(), own(tokens));
    }

    /** Whether the token at a place is this sign; false outside of the text. */
    public boolean isSign(int place, String sign) {
        return place >= 0 && place < tokens.size() && tokens.get(place).isSign(sign);
    }

    /** Whether the token at a place is this keyword; false outside of the text. */
    public boolean isWord(int place, String word) {
        return place >= 0 && place < tokens.size() && tokens.get(place).isWord(word);
    }

    /** The name before AS and a parenthesis, with columns in parentheses or without. */
    private static Set<String> own(List<Token> tokens) {
        Set<String> own = new HashSet<>();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            boolean query =
                    tokens.get(i + 1).isSign("(") || tokens.get(i + 1).keyword().endsWith("MATERIALIZED");
            if (tokens.get(i).isWord("AS") && query) {
                int name = i - 1;
                if (tokens.get(name).isSign(")")) {
                    while (name > 0 && !tokens.get(name).isSign("(")) {
                        name--;
                    }
                    name--;
                }
                if (name >= 0 && tokens.get(name).isName()) {
                    own.add(tokens.get(name).text());
                }
            }
        }
        return own;
    }
}

package dev.dataflow.migrations.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTextTest {

    @Test
    void tablesAreFoundWhereGrammarWantsThem() {
        assertThat(
                        tables(
                                "SELECT a.b FROM a, (SELECT 1 FROM c) x, d e JOIN f ON e.g = f.g, h WHERE i IN (SELECT j FROM k)"))
                .containsExactly("a", "c", "d", "f", "h", "k");
        assertThat(tables("SELECT x FROM ((film f JOIN language l ON (f.l = l.l)) LEFT JOIN film_actor USING (id))"))
                .containsExactly("film", "language", "film_actor");
        assertThat(tables("INSERT INTO a (b, c) SELECT b, c FROM public.d")).containsExactly("a", "d");
        assertThat(tables("UPDATE a SET b = 1 FROM c WHERE d; DELETE FROM e")).containsExactly("a", "c", "e");
    }

    @Test
    void wordsThatOnlyLookSoAreNone() {
        assertThat(tables("SELECT extract(year FROM a), a IS DISTINCT FROM b, trim(both FROM c) FROM d"))
                .containsExactly("d");
        assertThat(tables("SELECT * FROM generate_series(1, 2) g, unnest(x)")).isEmpty();
        assertThat(tables("INSERT INTO a VALUES (1) ON CONFLICT (b) DO UPDATE SET c = 1"))
                .containsExactly("a");
        assertThat(tables("CREATE TRIGGER t AFTER UPDATE ON a FOR EACH ROW EXECUTE FUNCTION f()"))
                .isEmpty();
    }

    @Test
    void aliasesAndQueriesOfItsOwn() {
        SqlText text = SqlText.of(
                DatabaseEngine.POSTGRESQL,
                "WITH a AS (SELECT 1), b (c) AS (SELECT 2) SELECT * FROM a x JOIN d AS y ON true");
        assertThat(text.own()).containsExactlyInAnyOrder("a", "b");
        assertThat(text.references())
                .extracting(each -> String.valueOf(
                        each.alias() == null ? null : each.alias().text()))
                .containsExactly("x", "y");
    }

    @Test
    void quotesCommentsAndBodiesAreThoseOfTheDatabase() {
        assertThat(names(
                        DatabaseEngine.POSTGRESQL,
                        "SELECT \"A b\", 'it''s c', E'it\\'s d', $x$ e $x$ -- f\n /* g /* h */ i */, j#>k"))
                .containsExactly("SELECT", "A b", "E", "e", "j", "k");
        assertThat(names(DatabaseEngine.MYSQL, "SELECT `a``b`, \"c\", 'd\\'e' # f\n, g--1"))
                .containsExactly("SELECT", "a`b", "g");
        assertThat(names(DatabaseEngine.SQLITE, "SELECT [a b], \"c\", `d`")).containsExactly("SELECT", "a b", "c", "d");
        assertThat(names(DatabaseEngine.MYSQL, "SELECT 'open")).containsExactly("SELECT");
        assertThat(names(DatabaseEngine.POSTGRESQL, "AS $b$SELECT a$x FROM film$b$"))
                .containsExactly("AS", "SELECT", "a$x", "FROM", "film");
    }

    private static List<String> tables(String sql) {
        SqlText text = SqlText.of(DatabaseEngine.POSTGRESQL, sql);
        return text.references().stream()
                .map(each -> text.tokens().get(each.token()).text())
                .toList();
    }

    private static List<String> names(DatabaseEngine engine, String sql) {
        return SqlText.of(engine, sql).tokens().stream()
                .filter(Token::isName)
                .map(Token::text)
                .toList();
    }
}

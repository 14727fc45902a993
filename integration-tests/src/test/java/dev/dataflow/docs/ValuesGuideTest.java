package dev.dataflow.docs;

import static dev.dataflow.docs.PatronTable.PATRON;
import static dev.dataflow.docs.ReaderTable.READER;

import dev.dataflow.docs.Patron.Email;
import dev.dataflow.docs.Reader.Loan;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scenes of the page about values that are more than one. */
@EveryEngine
class ValuesGuideTest extends GuideScenes {

    ValuesGuideTest(TestDatabase engine) {
        super(engine);
    }

    @Test
    void json() {
        ReaderNodes readers = ReaderNodes.on(df);
        scene("json");
        // docs:json
        Reader ann = readers.create(draft -> draft.genres(List.of())
                .settings(Map.of("card", new BigInteger("12345678901234567890")))
                .loans(List.of(new Loan("Emma", new BigDecimal("0.50")))));
        print(ann.loans());
        // 0.5 equals 0.50, and the order of keys does not count
        List<Loan> same = List.of(new Loan("Emma", new BigDecimal("0.5")));
        print(readers.list(query -> query.where(READER.LOANS.eq(same))).records());
        print(df.node("ReaderCountNode").run(Map.of("filter", Map.of("loans", List.of()))));
        // docs:end
        end();
    }

    @Test
    void lists() {
        ReaderNodes readers = ReaderNodes.on(df);
        scene("lists");
        // docs:lists
        Reader bob = readers.create(draft ->
                draft.genres(List.of("novel", "poetry")).settings(Map.of()).loans(List.of()));
        print(readers.count(query -> query.where(READER.GENRES.eq(List.of("novel", "poetry")))));
        print(readers.update(bob.id(), patch -> patch.genres(List.of())).genres());
        // docs:end
        end();
    }

    @Test
    void convert() {
        PatronNodes patrons = PatronNodes.on(df);
        scene("convert");
        // docs:convert
        patrons.create(draft -> draft.email(new Email("ann@example.org")).language(Locale.ITALIAN));
        print(patrons.list(query -> query.where(PATRON.EMAIL.eq(new Email("ann@example.org"))))
                .records());
        print(df.node("PatronReadNode").run(Map.of("id", 1)).get("language"));
        // docs:end
        end();
    }
}

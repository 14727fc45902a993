package dev.dataflow.docs;

import static dev.dataflow.docs.GenreTable.GENRE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.Engine;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scenes of the page about models that show collations. PostgreSQL has none built in that leaves case aside. */
@EveryEngine
class CollationGuideTest extends GuideScenes {

    private final Engine engine;

    CollationGuideTest(TestDatabase engine) {
        super(engine);
        this.engine = engine.engine();
    }

    @Test
    void collation() {
        assumeTrue(engine != Engine.POSTGRESQL, "shown on the others");
        try (DataFlow library = builder().models(Genre.class).build()) {
            GenreNodes genres = GenreNodes.on(library);
            scene("collation");
            // docs:collation
            genres.create(draft -> draft.name("Satire"));
            print(genres.list(query -> query.filter(Map.of("name", "SATIRE"))).records());
            List<Genre> more = List.of(new Genre(null, "satire"), new Genre(null, "Essay"), new Genre(null, "ESSAY"));
            print(genres.bulkUpsert(more, on -> on.conflictOn(GENRE.NAME)));
            print(genres.list(query -> query.orderBy(GENRE.NAME)).records().stream()
                    .map(Genre::name)
                    .toList());
            // docs:end
            end();
            assertThat(genres.count()).isEqualTo(2);
        }
    }
}

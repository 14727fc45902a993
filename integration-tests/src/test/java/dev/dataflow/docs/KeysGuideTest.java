package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scenes of the page about models that show composite keys. */
@EveryEngine
class KeysGuideTest extends GuideScenes {

    KeysGuideTest(TestDatabase engine) {
        super(engine);
    }

    @Test
    void compositeKey() {
        try (DataFlow library =
                builder().models(Author.class, Book.class, Chapter.class).build()) {
            ChapterNodes chapters = ChapterNodes.on(library);
            chapters.bulkCreate(List.of(new Chapter(1, 1, "I"), new Chapter(1, 2, "II"), new Chapter(2, 1, "I")));
            scene("composite-key");
            // docs:composite-key
            print(chapters.read(1, 2));
            print(chapters.readAll(List.of(new ChapterKey(2, 1), new ChapterKey(1, 1))));
            print(chapters.update(1, 2, patch -> patch.title("The Second")));
            print(chapters.count(q -> q.in(List.of(new ChapterKey(2, 1), new ChapterKey(1, 1)))));
            Map<String, ?> first = Map.of("book_id", 1, "number", 1);
            Map<String, ?> other = Map.of("book_id", 2, "number", 1);
            print(library.node("ChapterCountNode")
                    .run(Map.of("filter", Map.of("id", Map.of("$in", List.of(first, other))))));
            print(library.node("ChapterDeleteNode").run(Map.of("id", Map.of("book_id", 1, "number", 2))));
            // docs:end
            end();
            assertThat(chapters.count()).isEqualTo(2);
        }
    }
}

package dev.dataflow.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.dataflow.DataFlow;
import dev.dataflow.config.DataFlowConfig;
import dev.dataflow.config.TenancyConfig;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The scenes of the page about connections. */
@EveryEngine
class ConnectingGuideTest extends GuideScenes {

    ConnectingGuideTest(TestDatabase engine) {
        super(engine);
    }

    @Test
    void opensByBuilder() {
        String url = url();
        // docs:connecting-builder
        DataFlow df = DataFlow.builder()
                .url(url)
                .models(Author.class, Book.class)
                .poolSize(4)
                .connectionTimeout(Duration.ofSeconds(5))
                .slowStatement(Duration.ofMillis(200))
                .statementListener(event -> System.out.println(event.duration().toMillis() + " ms " + event.sql()))
                .build();
        // docs:end
        try (df) {
            assertThat(BookNodes.on(df).count()).isEqualTo(3);
        }
    }

    @Test
    void opensOverDataSource() {
        try (HikariDataSource own = new HikariDataSource()) {
            own.setJdbcUrl(url());
            DataSource pool = own;
            // docs:connecting-data-source
            DataFlow df = DataFlow.builder()
                    .dataSource(pool)
                    .models(Author.class, Book.class)
                    .autoMigrate(false)
                    .build();
            // docs:end
            try (df) {
                assertThat(BookNodes.on(df).count()).isEqualTo(3);
            }
            assertThat(own.isClosed()).isFalse();
        }
    }

    @Test
    void listener() {
        scene("listener");
        books.count();
        end();
    }

    /** The page's table of settings has a line for each, and no other. */
    @Test
    void settingsAreAllThere() {
        Path page = Pages.root().resolve("docs/guide/connecting.md");
        List<String> variables = Pattern.compile("^\\| `(DATAFLOW_\\w+)`", Pattern.MULTILINE)
                .matcher(Pages.read(page))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(variables)
                .containsExactlyInAnyOrderElementsOf(Stream.of(DataFlowConfig.class, TenancyConfig.class)
                        .flatMap(settings -> Arrays.stream(settings.getRecordComponents()))
                        .map(RecordComponent::getName)
                        .filter(name -> !name.equals("tenancy"))
                        .filter(name -> !name.equals("clock"))
                        .map(name ->
                                "DATAFLOW_" + name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT))
                        .toList());
    }
}

package dev.dataflow.docs;

import static dev.dataflow.docs.DepartureTable.DEPARTURE;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** The scenes of the page about models that show how types are stored. */
@EveryEngine
class TypesGuideTest extends GuideScenes {

    TypesGuideTest(TestDatabase engine) {
        super(engine);
    }

    @Test
    void offset() {
        try (DataFlow stations = builder().models(Departure.class).build()) {
            DepartureNodes departures = DepartureNodes.on(stations);
            scene("offset");
            // docs:offset
            OffsetDateTime night = OffsetDateTime.parse("2026-06-01T00:30:00+02:00");
            print(departures.create(draft -> draft.line("N7").leavesAt(night).delay(Duration.ofMinutes(4))));
            print(departures
                    .list(query -> query.where(DEPARTURE
                            .LEAVES_AT
                            .eq(OffsetDateTime.parse("2026-05-31T22:30:00Z"))
                            .and(DEPARTURE.DELAY.gt(Duration.ofSeconds(59)))))
                    .records());
            // docs:end
            end();
        }
    }
}

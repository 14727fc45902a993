package dev.dataflow.docs;

import static dev.dataflow.docs.SubscriberTable.SUBSCRIBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.DataFlow;
import dev.dataflow.testing.EveryEngine;
import dev.dataflow.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** The scenes of the page about models that show a class. */
@EveryEngine
class ClassesGuideTest extends GuideScenes {

    ClassesGuideTest(TestDatabase engine) {
        super(engine);
    }

    @Test
    void classes() {
        try (DataFlow df = builder().models(Subscriber.class).build()) {
            scene("class");
            // docs:class
            SubscriberNodes subscribers = SubscriberNodes.on(df);
            Subscriber ann = new Subscriber();
            ann.setEmail("ann@example.org");
            ann.setActive(true);

            Subscriber stored = subscribers.create(ann); // a new instance: ann has no key yet
            print(ann.getId() + " " + stored.getId());

            Subscriber changed = subscribers.update(stored, patch -> patch.note("by post"));
            print(changed.getEmail() + " " + changed.note);
            print(subscribers.count(query -> query.where(SUBSCRIBER.ACTIVE.isTrue())));
            // docs:end
            end();
            assertThat(stored.note).isNull();
        }
    }
}

package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.database.JooqSettings;
import dev.dataflow.type.ColumnTypes;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Has the JVM load what rendering needs, some six hundred classes of jOOQ, while a database is being opened. It is a matter of
 * time only: whatever is not loaded then is loaded later.
 */
public final class RenderingStart implements Runnable {

    private RenderingStart() {}

    /** Begins on a thread that ends with it. Until {@link #finish} nothing may need jOOQ's {@code impl} package. */
    public static void begin() {
        Thread thread = new Thread(new RenderingStart(), "dataflow-start");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until it is done. */
    public static void finish() {
        Loaded.now();
    }

    @Override
    public void run() {
        Loaded.now();
    }

    /** Initialized once, by the first who asks; others wait. So jOOQ's classes, which need each other, have one order. */
    private static final class Loaded {

        static {
            try {
                render(DatabaseEngine.SQLITE);
            } catch (RuntimeException | LinkageError e) {
                // whoever needs what is missing says so, in its own words
            }
        }

        static void now() {}

        private static void render(DatabaseEngine engine) {
            Configuration configuration = JooqSettings.configuration(engine)
                    .deriveAppending(new ConditionGuard(engine), new JsonComparison(engine));
            DSLContext dsl = DSL.using(configuration);
            Field<Long> id = DSL.field(DSL.name("t", "id"), ColumnTypes.INT64.dataType());
            dsl.render(dsl.select(id).from(DSL.table(DSL.name("t"))).where(id.eq(DSL.param("id", id))));
        }
    }
}

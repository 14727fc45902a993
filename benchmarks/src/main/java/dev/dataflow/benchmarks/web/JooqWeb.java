package dev.dataflow.benchmarks.web;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.dataflow.benchmarks.rows.JooqColumns;
import dev.dataflow.testing.Engine;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** jOOQ. */
public final class JooqWeb implements WebPeer {

    private static final Table<Record> WORLDS = table(name("worlds"));
    private static final Table<Record> FORTUNES = table(name("fortunes"));
    private static final Field<Integer> RANDOM_NUMBER = field(name("random_number"), SQLDataType.INTEGER);
    private static final Field<String> MESSAGE = field(name("message"), SQLDataType.VARCHAR);

    private final DSLContext dsl;

    /** Opens it on a pool. */
    public JooqWeb(DataSource pool, Engine engine) {
        dsl = JooqColumns.context(pool, engine);
    }

    @Override
    public World world(long id) {
        return dsl.select(JooqColumns.ID, RANDOM_NUMBER)
                .from(WORLDS)
                .where(JooqColumns.ID.eq(id))
                .fetchSingle(row -> new World(row.value1(), row.value2()));
    }

    @Override
    public List<World> worlds(long[] ids) {
        List<World> worlds = new ArrayList<>(ids.length);
        for (long id : ids) {
            worlds.add(world(id));
        }
        return worlds;
    }

    @Override
    public void update(List<World> worlds) {
        dsl.transaction(transaction -> {
            BatchBindStep batch = transaction
                    .dsl()
                    .batch(transaction
                            .dsl()
                            .update(WORLDS)
                            .set(RANDOM_NUMBER, (Integer) null)
                            .where(JooqColumns.ID.eq((Long) null)));
            for (World world : worlds) {
                batch = batch.bind(world.randomNumber(), world.id());
            }
            batch.execute();
        });
    }

    @Override
    public List<Fortune> fortunes() {
        return dsl.select(JooqColumns.ID, MESSAGE).from(FORTUNES).fetch(row -> new Fortune(row.value1(), row.value2()));
    }
}

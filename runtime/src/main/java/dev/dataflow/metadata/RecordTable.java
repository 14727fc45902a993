package dev.dataflow.metadata;

import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableOptions;
import org.jooq.impl.DSL;
import org.jooq.impl.TableImpl;
import org.jspecify.annotations.Nullable;

/**
 * A jOOQ table without type parameters. It stands between jOOQ's generic classes and those of generated tables, since javac
 * compares the methods of all generic superclasses of a class with each other, up to the first that is not generic.
 */
class RecordTable extends TableImpl<Record> {

    private static final long serialVersionUID = 1L;

    RecordTable(Name name, @Nullable Schema schema, @Nullable Table<Record> aliased) {
        super(name, schema, aliased, null, DSL.comment(""), TableOptions.table());
    }
}

package dev.dataflow.migrations.difference;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.table.SqlType;

/** Whether a column that is there keeps every value of a model's column as it is. Stateless. */
interface TypeFit {

    boolean fits(SqlType live, SqlType model);

    static TypeFit of(DatabaseEngine engine) {
        return switch (engine.family()) {
            case POSTGRESQL -> ServerTypeFit.SAME_FAMILY;
            case MYSQL -> ServerTypeFit.MYSQL;
            case SQLITE -> new SqliteTypeFit();
        };
    }
}

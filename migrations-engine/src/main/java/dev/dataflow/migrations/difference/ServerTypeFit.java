package dev.dataflow.migrations.difference;

import dev.dataflow.migrations.table.SqlType;
import dev.dataflow.migrations.table.TypeFamily;

/** Databases whose columns enforce their types: the family is the same, and nothing is narrower. */
enum ServerTypeFit implements TypeFit {
    /** PostgreSQL. */
    SAME_FAMILY,
    /** MySQL, which has no BOOLEAN and no UUID of its own. */
    MYSQL {
        @Override
        boolean sameFamily(SqlType live, SqlType model) {
            return super.sameFamily(live, model)
                    || model.family() == TypeFamily.BOOLEAN && live.family() == TypeFamily.INTEGER
                    || model.family() == TypeFamily.UUID && live.family() == TypeFamily.BINARY;
        }
    };

    @Override
    public boolean fits(SqlType live, SqlType model) {
        if (!sameFamily(live, model)) {
            return false;
        }
        return switch (model.family()) {
            case BOOLEAN -> true;
            case DECIMAL ->
                live.size() == SqlType.UNLIMITED
                        || live.scale() >= model.scale() && live.size() - live.scale() >= model.size() - model.scale();
            // a column of fewer digits rounds without an error
            default -> live.size() >= model.size();
        };
    }

    boolean sameFamily(SqlType live, SqlType model) {
        return live.family() == model.family();
    }
}

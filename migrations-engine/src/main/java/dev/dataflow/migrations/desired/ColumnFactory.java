package dev.dataflow.migrations.desired;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.error.SchemaException;
import dev.dataflow.migrations.identifier.ObjectName;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.storage.CollationNames;
import dev.dataflow.migrations.storage.Storage;
import dev.dataflow.migrations.table.Check;
import dev.dataflow.migrations.table.Column;
import dev.dataflow.migrations.table.UniqueKey;
import dev.dataflow.migrations.table.ValueSource;
import dev.dataflow.model.CollationDescriptor;
import dev.dataflow.model.ColumnDescriptor;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.model.LogicalType;
import dev.dataflow.model.ModelDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a model's columns and their checks. */
final class ColumnFactory {

    private final DatabaseEngine engine;
    private final Storage storage;
    private final Quoting quoting;

    ColumnFactory(DatabaseEngine engine) {
        this.engine = engine;
        this.storage = Storage.of(engine);
        this.quoting = Quoting.of(engine);
    }

    Column column(ModelDescriptor model, ColumnDescriptor column) {
        CollationDescriptor collation = column.collation();
        if (collation != null && CollationNames.of(engine, collation) == null) {
            throw unnamed(model, column);
        }
        return new Column(
                column.column(),
                storage.type(column),
                column.nullable(),
                source(model, column),
                column.defaultValue() == null ? null : defaultSql(model, column, column.defaultValue()),
                storage.collation(column));
    }

    /** The column that is NULL for rows that are deleted softly, which unique keys leave out by it. */
    Column live(ModelDescriptor model) {
        Column column = column(
                model,
                new ColumnDescriptor(
                        UniqueKey.LIVE,
                        UniqueKey.LIVE,
                        LogicalType.BOOLEAN,
                        "boolean",
                        true,
                        0,
                        0,
                        0,
                        null,
                        null,
                        List.of(),
                        null,
                        false,
                        List.of()));
        return column.computed("CASE WHEN " + quoting.quote(UniqueKey.DELETED_AT) + " IS NULL THEN TRUE END");
    }

    Optional<Check> check(ModelDescriptor model, ColumnDescriptor column) {
        return storage.condition(column, quoting.quote(column.column()))
                .map(condition -> new Check(ObjectName.of("ck", model.table(), column.column()), condition));
    }

    /** An offset is there exactly when its instant is, and no larger than Java's. */
    Optional<Check> offsetCheck(ModelDescriptor model, ColumnDescriptor column) {
        return column.offset().map(offset -> {
            String quoted = quoting.quote(offset.column());
            String range = quoted + " BETWEEN -64800 AND 64800";
            return new Check(
                    ObjectName.of("ck", model.table(), offset.column()),
                    column.nullable()
                            ? range + " AND (" + quoted + " IS NULL) = (" + quoting.quote(column.column()) + " IS NULL)"
                            : range);
        });
    }

    private SchemaException unnamed(ModelDescriptor model, ColumnDescriptor column) {
        return new SchemaException(
                new Problem(
                        ErrorCode.COLLATION_UNKNOWN,
                        model.name() + "." + column.name() + " names no collation for " + engine.label(),
                        "its @Collation names those of other databases, and without one its values would be compared"
                                + " otherwise here than there",
                        "name it, as in @Collation(" + engine.name().toLowerCase(Locale.ROOT) + " = \"…\")"),
                null);
    }

    private static ValueSource source(ModelDescriptor model, ColumnDescriptor column) {
        if (model.key().generation() == KeyGeneration.IDENTITY
                && model.key().columns().contains(column.column())) {
            return ValueSource.IDENTITY;
        }
        return column.defaultValue() == null ? ValueSource.NONE : ValueSource.DEFAULT;
    }

    private @Nullable String defaultSql(ModelDescriptor model, ColumnDescriptor column, String literal) {
        try {
            return storage.defaultSql(column, literal);
        } catch (RuntimeException e) {
            throw new SchemaException(
                    new Problem(
                            ErrorCode.DESCRIPTOR_INVALID,
                            "the default of " + model.name() + "." + column.name() + " is not one",
                            "`" + literal + "` cannot be read as " + column.type(),
                            "correct the @Default and rebuild the module that holds the model"),
                    e);
        }
    }
}

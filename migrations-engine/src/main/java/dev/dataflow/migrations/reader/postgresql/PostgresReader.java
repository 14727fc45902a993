package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.CompositeType;
import dev.dataflow.migrations.schema.MaterialisedView;
import dev.dataflow.migrations.schema.PartitionOf;
import dev.dataflow.migrations.schema.Partitioning;
import dev.dataflow.migrations.schema.Policy;
import dev.dataflow.migrations.schema.Rule;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.Trigger;
import dev.dataflow.migrations.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a schema of PostgreSQL 12 and later: one query for each kind of object. */
public final class PostgresReader {

    private final Indexes indexes;
    private final Constraints constraints;
    private final Map<String, List<Trigger>> triggers;
    private final Map<String, List<Policy>> policies;
    private final Map<String, List<Rule>> rules;
    private final Map<String, List<Column>> columns;
    private final Inheritance inheritance;

    private final List<Table> tables = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<MaterialisedView> materialised = new ArrayList<>();
    private final List<CompositeType> composites = new ArrayList<>();

    private PostgresReader(Catalog catalog, int version, long schema, Sequences sequences) throws SQLException {
        columns = Columns.read(catalog, version, schema, sequences.identities());
        inheritance = new Inheritance(columns);
        indexes = Indexes.read(catalog, version, schema);
        constraints = Constraints.read(catalog, version, schema);
        triggers = Triggers.read(catalog, schema);
        policies = Policies.read(catalog, schema);
        rules = Rules.read(catalog, schema);
        Relation.read(catalog, schema).forEach(this::add);
    }

    /**
     * Reads a schema. The connection's search path is the schema and nothing else, and nothing else happens meanwhile that
     * the transaction could see.
     *
     * @param catalog the connection's catalog
     * @param version the server's major version
     * @param schema the schema's oid
     * @throws SQLException from the driver
     */
    public static Schema read(Catalog catalog, int version, long schema) throws SQLException {
        Sequences sequences = Sequences.read(catalog, schema);
        PostgresReader relations = new PostgresReader(catalog, version, schema, sequences);
        return new Schema(
                DatabaseEngine.POSTGRESQL,
                relations.tables,
                relations.views,
                relations.materialised,
                sequences.sequences(),
                Types.enums(catalog, schema),
                Types.domains(catalog, schema),
                relations.composites,
                DefinedTypes.read(catalog, version, schema),
                Routines.read(catalog, schema));
    }

    private void add(Relation relation) {
        String name = relation.name();
        String definition = String.valueOf(relation.definition());
        switch (relation.kind()) {
            case "v" ->
                views.add(new View(
                        name,
                        definition,
                        triggers.getOrDefault(name, List.of()),
                        rules.getOrDefault(name, List.of()),
                        relation.options()));
            case "m" ->
                materialised.add(new MaterialisedView(
                        name, definition, indexes.indexes(name), relation.populated(), relation.options()));
            case "c" ->
                composites.add(new CompositeType(name, columns.getOrDefault(name, List.of()), relation.options()));
            default -> tables.add(table(relation));
        }
    }

    private Table table(Relation relation) {
        String name = relation.name();
        boolean partition = relation.bound() != null;
        return new Table(
                name,
                inheritance.own(relation),
                indexes.primaryKey(name),
                indexes.uniques(name),
                indexes.indexes(name),
                constraints.foreignKeys(name),
                constraints.checks(name),
                constraints.exclusions(name),
                triggers.getOrDefault(name, List.of()),
                policies.getOrDefault(name, List.of()),
                rules.getOrDefault(name, List.of()),
                relation.partitionKey() == null ? null : new Partitioning(relation.partitionKey(), List.of()),
                partition ? new PartitionOf(relation.parents().get(0), relation.bound()) : null,
                partition ? List.of() : relation.parents(),
                relation.options());
    }
}

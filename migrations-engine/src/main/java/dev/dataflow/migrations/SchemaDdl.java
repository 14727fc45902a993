package dev.dataflow.migrations;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.ddl.SchemaScript;
import dev.dataflow.migrations.ddl.SchemaStatement;
import dev.dataflow.migrations.descriptor.DescriptorCheck;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.desired.TargetSchema;
import dev.dataflow.migrations.limit.Limits;
import dev.dataflow.model.ModelDescriptor;
import java.util.List;
import java.util.stream.Stream;

/** The SQL that creates the schema of models. Needs no database. */
public final class SchemaDdl {

    private SchemaDdl() {}

    /**
     * The statements that create the tables of models in an empty database, and the schemas they name.
     *
     * @param engine the database
     * @param models the models; each that one of them references is among them
     * @return the statements in an order that can run, the same for the same models in any order
     * @throws dev.dataflow.error.SchemaException when a reference leads nowhere, or on MySQL to a database that
     *     nothing names, or the database cannot hold a model
     */
    public static List<String> statements(DatabaseEngine engine, List<ModelDescriptor> models) {
        models.forEach(model -> DescriptorCheck.check(model.name(), model));
        TargetSchema target = TargetSchema.of(engine, Models.of(models));
        Limits.of(engine).check(target.tables());
        List<String> schemas = target.tables().stream()
                .flatMap(table -> Stream.ofNullable(table.name().schema()))
                .toList();
        return Stream.concat(
                        SchemaScript.createSchemas(engine, target.tables(), schemas).stream(),
                        SchemaScript.create(engine, target.tables(), null).stream()
                                .map(SchemaStatement::sql))
                .toList();
    }
}

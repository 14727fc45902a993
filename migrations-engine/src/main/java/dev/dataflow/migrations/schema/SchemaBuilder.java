package dev.dataflow.migrations.schema;

import dev.dataflow.config.DatabaseEngine;
import java.util.Collection;
import java.util.List;

/** Builds a schema. Not thread-safe. */
public final class SchemaBuilder {

    private final DatabaseEngine engine;
    private List<Table> tables;
    private List<View> views;
    private List<MaterialisedView> materialisedViews;
    private List<Sequence> sequences;
    private List<EnumType> enums;
    private List<Domain> domains;
    private List<CompositeType> compositeTypes;
    private List<DefinedType> definedTypes;
    private List<Routine> routines;

    SchemaBuilder(Schema schema) {
        engine = schema.engine();
        tables = schema.tables();
        views = schema.views();
        materialisedViews = schema.materialisedViews();
        sequences = schema.sequences();
        enums = schema.enums();
        domains = schema.domains();
        compositeTypes = schema.compositeTypes();
        definedTypes = schema.definedTypes();
        routines = schema.routines();
    }

    /** Sets the tables. */
    public SchemaBuilder tables(Collection<Table> values) {
        tables = List.copyOf(values);
        return this;
    }

    /** Sets the views. */
    public SchemaBuilder views(Collection<View> values) {
        views = List.copyOf(values);
        return this;
    }

    /** Sets the materialised views. */
    public SchemaBuilder materialisedViews(Collection<MaterialisedView> values) {
        materialisedViews = List.copyOf(values);
        return this;
    }

    /** Sets the sequences. */
    public SchemaBuilder sequences(Collection<Sequence> values) {
        sequences = List.copyOf(values);
        return this;
    }

    /** Sets the enum types. */
    public SchemaBuilder enums(Collection<EnumType> values) {
        enums = List.copyOf(values);
        return this;
    }

    /** Sets the domains. */
    public SchemaBuilder domains(Collection<Domain> values) {
        domains = List.copyOf(values);
        return this;
    }

    /** Sets the composite types. */
    public SchemaBuilder compositeTypes(Collection<CompositeType> values) {
        compositeTypes = List.copyOf(values);
        return this;
    }

    /** Sets the range types and collations. */
    public SchemaBuilder definedTypes(Collection<DefinedType> values) {
        definedTypes = List.copyOf(values);
        return this;
    }

    /** Sets the routines. */
    public SchemaBuilder routines(Collection<Routine> values) {
        routines = List.copyOf(values);
        return this;
    }

    /** The schema. */
    public Schema build() {
        return new Schema(
                engine,
                tables,
                views,
                materialisedViews,
                sequences,
                enums,
                domains,
                compositeTypes,
                definedTypes,
                routines);
    }
}

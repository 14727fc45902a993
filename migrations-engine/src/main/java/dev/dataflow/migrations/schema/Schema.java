package dev.dataflow.migrations.schema;

import dev.dataflow.config.DatabaseEngine;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One schema of a database, on MySQL a database, on SQLite a file. Its own name is no part of it.
 *
 * @param engine the database
 * @param tables its tables, partitions among them
 * @param views its views
 * @param materialisedViews its materialised views; PostgreSQL only
 * @param sequences its sequences, except those of identity columns; PostgreSQL and MariaDB only
 * @param enums its enum types; PostgreSQL only
 * @param domains its domains; PostgreSQL only
 * @param compositeTypes its composite types; PostgreSQL only
 * @param definedTypes its range types and collations; PostgreSQL only
 * @param routines its functions, procedures and aggregates, except those of extensions
 */
public record Schema(
        DatabaseEngine engine,
        List<Table> tables,
        List<View> views,
        List<MaterialisedView> materialisedViews,
        List<Sequence> sequences,
        List<EnumType> enums,
        List<Domain> domains,
        List<CompositeType> compositeTypes,
        List<DefinedType> definedTypes,
        List<Routine> routines) {

    /** Copies the lists in the order of names. */
    public Schema {
        tables = Ordered.byName(tables, Table::name);
        views = Ordered.byName(views, View::name);
        materialisedViews = Ordered.byName(materialisedViews, MaterialisedView::name);
        sequences = Ordered.byName(sequences, Sequence::name);
        enums = Ordered.byName(enums, EnumType::name);
        domains = Ordered.byName(domains, Domain::name);
        compositeTypes = Ordered.byName(compositeTypes, CompositeType::name);
        definedTypes = Ordered.byName(definedTypes, DefinedType::name);
        routines = Ordered.byName(routines, Routine::signature);
    }

    /** A schema without anything in it. */
    public static Schema empty(DatabaseEngine engine) {
        return of(engine, List.of());
    }

    /** A schema of nothing but tables. */
    public static Schema of(DatabaseEngine engine, Collection<Table> tables) {
        return new Schema(
                engine,
                List.copyOf(tables),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same schema with other tables. */
    public Schema withTables(Collection<Table> other) {
        return edit().tables(other).build();
    }

    /** A builder that starts from this schema. */
    public SchemaBuilder edit() {
        return new SchemaBuilder(this);
    }

    /** The table of exactly this name. */
    public Optional<Table> table(String name) {
        return tables.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}

package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.schema.ObjectProperties;
import dev.dataflow.migrations.schema.ObjectProperties.Kind;
import dev.dataflow.migrations.schema.PropertyStatement;
import java.sql.SQLException;

/** Reads what a schema does not say of objects that may be made anew: a fixed number of queries. */
final class PostgresProperties {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private final Privileges privileges;
    private final PropertyList list = new PropertyList();

    private PostgresProperties(Privileges privileges) {
        this.privileges = privileges;
    }

    static ObjectProperties read(Catalog catalog, int version, long schema) throws SQLException {
        PostgresProperties all = new PostgresProperties(Privileges.read(catalog, version, schema));
        Remarks.read(catalog, schema, all.list);
        all.privileges.owners.forEach(all::owned);
        all.privileges.columns.forEach(all::columns);
        return all.list.properties();
    }

    private void owned(Privileges.Named object, Privileges.Owned owned) {
        String name = QUOTING.quote(object.name());
        String sql = object.routine() ? "ROUTINE " + name + "(" + object.arguments() + ")" : "TABLE " + name;
        String key = object.routine()
                ? ObjectProperties.key(Kind.ROUTINE, object.name() + "(" + object.arguments() + ")")
                : ObjectProperties.key(Kind.VIEW, object.name());
        Grants grants = privileges.grants.getOrDefault(object, new Grants());
        Grants anew = object.routine() ? privileges.newRoutine : privileges.newView;
        grants.statements(sql, anew, privileges.maker()).forEach(each -> list.whole(key, PropertyStatement.of(each)));
        if (owned.own()) {
            return;
        }
        if (!owned.can()) {
            list.lost(
                    key, "its owner " + owned.owner() + ", since " + privileges.maker() + " cannot make that role one");
            return;
        }
        String kind = owned.materialised() ? "MATERIALIZED VIEW " : "VIEW ";
        list.whole(
                key,
                PropertyStatement.of("ALTER " + (object.routine() ? sql : kind + name) + " OWNER TO "
                        + QUOTING.quote(owned.owner())));
        grants.ofMaker(sql, privileges.maker()).forEach(each -> list.whole(key, PropertyStatement.of(each)));
    }

    private void columns(Privileges.Place place, Grants grants) {
        String relation = QUOTING.quote(place.relation());
        if (place.view()) {
            String key = ObjectProperties.key(Kind.VIEW, place.relation());
            grants.columnStatements(place.name(), "TABLE " + relation)
                    .forEach(each -> list.detail(key, PropertyStatement.of(each)));
        } else {
            String key = ObjectProperties.key(Kind.COLUMN, place.relation(), place.name());
            grants.columnStatements(place.name(), "TABLE \n")
                    .forEach(each -> list.whole(
                            key,
                            new PropertyStatement(
                                    each.substring(0, each.indexOf('\n')),
                                    place.relation(),
                                    each.substring(each.indexOf('\n') + 1))));
        }
    }
}

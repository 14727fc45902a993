package dev.dataflow.database;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.TenancyStrategy;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.InvalidInputException;
import dev.dataflow.error.Problem;

/**
 * Where a tenant's rows lie when they have a schema or a database of their own.
 *
 * @param url how it is connected to
 * @param name the name of the schema, database or file
 * @param schema whether it is a schema of the instance's own database
 */
record TenantPlace(DatabaseUrl url, String name, boolean schema) {

    private static final String INFIX = "tenant_";

    /** The most characters of a name on servers: PostgreSQL cuts longer ones. */
    private static final int SERVER = 63;

    /** Leaves room for what is put behind it, such as that of a write-ahead log. */
    private static final int FILE = 200;

    /**
     * The place of a tenant.
     *
     * @param base the instance's own database
     * @param tenant the tenant's id
     * @throws InvalidInputException DF-502 when the name would be too long
     */
    static TenantPlace of(DatabaseUrl base, TenancyStrategy strategy, String tenant) {
        boolean schema = strategy == TenancyStrategy.SCHEMA && base.engine() == DatabaseEngine.POSTGRESQL;
        if (base.engine() == DatabaseEngine.SQLITE) {
            return file(base, tenant);
        }
        int query = query(base.jdbcUrl());
        int slash = base.jdbcUrl().lastIndexOf('/', query - 1);
        String database = base.jdbcUrl().substring(slash + 1, query);
        if (schema) {
            String name = checked(INFIX + encoded(tenant), SERVER);
            UrlParameters parameters = base.parameters();
            parameters.take("currentSchema");
            String rest = parameters.query();
            String url =
                    base.jdbcUrl().substring(0, query) + (rest.isEmpty() ? "?" : rest + "&") + "currentSchema=" + name;
            return new TenantPlace(with(base, url), name, true);
        }
        String name = checked(database + "_" + INFIX + encoded(tenant), SERVER);
        String url =
                base.jdbcUrl().substring(0, slash + 1) + name + base.jdbcUrl().substring(query);
        return new TenantPlace(with(base, url), name, false);
    }

    /** Refuses what no place can be derived from. */
    static void check(DatabaseUrl base, TenancyStrategy strategy) {
        if (base.engine() == DatabaseEngine.SQLITE && strategy == TenancyStrategy.SCHEMA) {
            throw unsupported("SQLite has no schemas", "use TenancyStrategy.DATABASE, which gives each tenant a file");
        }
        if (base.inMemory()) {
            throw unsupported("a database in memory has no others beside it", "give the URL of a file");
        }
        if (base.engine() != DatabaseEngine.SQLITE
                && base.jdbcUrl().lastIndexOf('/', query(base.jdbcUrl()) - 1) + 1 == query(base.jdbcUrl())) {
            throw unsupported("the URL names no database", "name it: those of tenants are called after it");
        }
    }

    static DataFlowException unsupported(String why, String fix) {
        return new DataFlowException(
                new Problem(ErrorCode.TENANCY_UNSUPPORTED, "tenants cannot have places of their own here", why, fix));
    }

    private static TenantPlace file(DatabaseUrl base, String tenant) {
        int query = query(base.jdbcUrl());
        String path = base.jdbcUrl().substring(0, query);
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        int dot = path.lastIndexOf('.');
        String stem = dot > slash + 1 ? path.substring(0, dot) : path;
        String end = dot > slash + 1 ? path.substring(dot) : "";
        String name = checked(
                stem.substring(Math.max(slash, stem.lastIndexOf(':')) + 1) + "." + INFIX + encoded(tenant) + end, FILE);
        String url = stem + "." + INFIX + encoded(tenant) + end + base.jdbcUrl().substring(query);
        return new TenantPlace(with(base, url), name, false);
    }

    /** The file of a place on SQLite, as the driver finds it. */
    String path() {
        String path = url.jdbcUrl().substring("jdbc:sqlite:".length(), query(url.jdbcUrl()));
        return path.startsWith("file:") ? path.substring("file:".length()) : path;
    }

    private static DatabaseUrl with(DatabaseUrl base, String jdbcUrl) {
        return new DatabaseUrl(base.engine(), jdbcUrl, base.user(), base.password());
    }

    private static int query(String jdbcUrl) {
        int question = jdbcUrl.indexOf('?');
        return question < 0 ? jdbcUrl.length() : question;
    }

    private static String checked(String name, int most) {
        if (name.length() > most) {
            throw new InvalidInputException(
                    new Problem(
                            ErrorCode.TENANT_INVALID,
                            "the name of a tenant's schema or database would be too long",
                            "it has " + name.length() + " characters, and " + most + " are possible; capitals, `_` and"
                                    + " `-` of an id count twice",
                            "use shorter ids, such as numbers"),
                    null);
        }
        return name;
    }

    /**
     * An id in small letters, digits and `_`, which no database and no file system takes for another: each capital, `_` and
     * `-` has two characters, of which the first is `_`.
     */
    static String encoded(String tenant) {
        StringBuilder text = new StringBuilder();
        for (char c : tenant.toCharArray()) {
            if (c >= 'A' && c <= 'Z') {
                text.append('_').append((char) (c - 'A' + 'a'));
            } else if (c == '_') {
                text.append("__");
            } else if (c == '-') {
                text.append("_0");
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}

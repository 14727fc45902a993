package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.Referrer;
import dev.dataflow.metadata.Relation;
import dev.dataflow.metadata.Relations;
import dev.dataflow.query.Aggregation;
import dev.dataflow.query.Filter;
import dev.dataflow.trait.Access;
import dev.dataflow.trait.Reach;
import dev.dataflow.trait.Stamp;
import dev.dataflow.trait.Traits;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jooq.Configuration;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Makes every statement that nodes run, each with the traits of its model. Statements of a fixed shape are rendered once.
 * Thread-safe.
 */
public final class StatementFactory {

    private final StatementParts shared;
    private final Reach reach;
    private final StatementCache cache;
    private final FilterConditions filters;
    private final RowStatements rows;
    private final KeyStatements keys;
    private final QueryStatements queries;
    private final AggregateStatements aggregates;
    private final BatchStatements batches;
    private final LoadStatements loads;
    private final CollationStatements collations;
    private final StageStatements stages;
    private final Assignments assignments;

    /**
     * A factory for one database.
     *
     * @param configuration how jOOQ renders
     * @param engine the database
     * @param serverVersion the version it reports
     * @param cacheSize the most statements kept
     */
    public StatementFactory(
            Configuration configuration,
            DatabaseEngine engine,
            String serverVersion,
            Relations relations,
            int cacheSize) {
        this(
                new StatementParts(
                        configuration,
                        engine,
                        new LowerCaseField(engine, serverVersion),
                        relations,
                        new Traits(),
                        new StatementCache(cacheSize),
                        new ConcurrentHashMap<>()),
                Reach.LIVE);
    }

    private StatementFactory(StatementParts shared, Reach reach) {
        this.shared = shared;
        this.reach = reach;
        DatabaseEngine engine = shared.engine();
        TraitConditions traits = new TraitConditions(shared.traits(), reach);
        Renderer renderer = new Renderer(shared.configuration(), traits);
        this.filters = new FilterConditions(engine, traits, shared.lowerCase());
        Predicates predicates = new Predicates(traits, filters, engine);
        ReferenceChecks references = new ReferenceChecks(renderer, engine, traits, shared.relations());
        this.assignments = new Assignments(traits, references, engine);
        this.cache = shared.cache();
        this.rows = new RowStatements(renderer, engine, predicates, assignments, references);
        this.keys = new KeyStatements(renderer, engine, predicates);
        this.queries = new QueryStatements(renderer, engine, predicates, assignments, references);
        this.aggregates = new AggregateStatements(renderer, engine, predicates, filters);
        this.collations = new CollationStatements(renderer, engine);
        this.batches = new BatchStatements(renderer, engine, predicates, assignments, references);
        this.loads = new LoadStatements(renderer, assignments, references);
        this.stages = new StageStatements(renderer, predicates, assignments, references);
    }

    private StatementShape shape(ModelMetadata<?, ?, ?, ?> model, String kind, Object details) {
        return new StatementShape(model, kind, null, details, reach);
    }

    /** What makes statements that reach other rows. */
    public StatementFactory reaching(Reach other) {
        if (other.equals(reach)) {
            return this;
        }
        StatementFactory known = shared.factories().get(other);
        return known != null
                ? known
                : shared.factories().computeIfAbsent(other, each -> new StatementFactory(shared, each));
    }

    /** A model's table for plain jOOQ, with the rows only that statements of this factory reach. */
    public Table<Record> scoped(ModelMetadata<?, ?, ?, ?> model, Stamp stamp) {
        new TraitConditions(shared.traits(), reach).check(model, Access.SEARCH);
        return new ScopedTable(shared.traits(), reach).of(model, stamp);
    }

    /** Which rows its statements reach. */
    public Reach reach() {
        return reach;
    }

    /** Why statements that do this with the rows of a model must not be made; null when they may. */
    public @Nullable DataFlowException refusal(ModelMetadata<?, ?, ?, ?> model, Access access) {
        return shared.traits().refusal(model, reach, access);
    }

    /** Whether rows of a model are marked where others are removed. */
    public boolean keepsDeleted(ModelMetadata<?, ?, ?, ?> model) {
        return shared.traits().keepsDeleted(model);
    }

    /** Whether a unique key of a model leaves rows out that are deleted softly, so that one may hold its values again. */
    public boolean forgetsDeleted(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        return !shared.traits().onUnique(model, columns).isEmpty();
    }

    /**
     * Inserts rows.
     *
     * @param keyGiven whether the key is among the values; otherwise the database makes it
     * @param count how many rows
     * @param skip the columns of a unique key; on PostgreSQL rows that meet it are left out and the others' key columns
     *     returned, elsewhere it has no effect
     */
    public Statement insert(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven, int count, List<Integer> skip) {
        return cache.get(
                shape(model, "insert", List.of(keyGiven, count, skip)),
                () -> rows.insert(model, keyGiven, count, skip));
    }

    /**
     * On PostgreSQL: loads rows by COPY, with the same columns as {@link #insert}.
     *
     * @param keyGiven whether the key is among the values; otherwise the database makes it
     */
    public Statement copy(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven) {
        return cache.get(shape(model, "copy", List.of(keyGiven)), () -> loads.copy(model, keyGiven));
    }

    /** On PostgreSQL: the columns that COPY can write, and the numbers of their types; none where it cannot. */
    public Statement copied(ModelMetadata<?, ?, ?, ?> model) {
        return cache.get(shape(model, "copied", List.of()), () -> loads.copied(model));
    }

    /** On PostgreSQL: makes the temporary table that rows are staged in, with some columns. */
    public Statement stage(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        return cache.get(shape(model, "stage", columns), () -> stages.create(model, columns));
    }

    /** Copies rows into it. */
    public Statement stageRows(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns) {
        return cache.get(shape(model, "stageRows", columns), () -> stages.copy(model, columns));
    }

    /** Empties it. */
    public Statement emptyStage(ModelMetadata<?, ?, ?, ?> model) {
        return cache.get(shape(model, "emptyStage", List.of()), () -> stages.empty(model));
    }

    /** Drops it. */
    public Statement dropStage(ModelMetadata<?, ?, ?, ?> model) {
        return cache.get(shape(model, "dropStage", List.of()), () -> stages.drop(model));
    }

    /**
     * Changes the rows that staged rows are about.
     *
     * @param same the columns by which they are found
     * @param columns the columns that get the staged values
     */
    public Statement updateStaged(ModelMetadata<?, ?, ?, ?> model, List<Integer> same, List<Integer> columns) {
        return cache.get(
                shape(model, "updateStaged", List.of(same, columns)), () -> stages.update(model, same, columns));
    }

    /** Locks the rows that staged rows are about, and counts them. */
    public Statement lockStaged(ModelMetadata<?, ?, ?, ?> model, List<Integer> same) {
        return cache.get(shape(model, "lockStaged", same), () -> stages.lock(model, same));
    }

    /**
     * Inserts the staged rows that no row has the same key as.
     *
     * @param keyGiven whether the primary key is among the staged columns
     * @param same the columns of the key
     */
    public Statement insertStaged(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven, List<Integer> same, boolean skip) {
        return cache.get(
                shape(model, "insertStaged", List.of(keyGiven, same, skip)),
                () -> stages.insertNew(model, keyGiven, same, skip));
    }

    /** Inserts all staged rows. */
    public Statement insertStaged(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven) {
        return cache.get(shape(model, "insertAllStaged", List.of(keyGiven)), () -> stages.insertAll(model, keyGiven));
    }

    /** Reads the primary keys of the rows that staged rows are about, and then the columns they were found by. */
    public Statement stagedKeys(ModelMetadata<?, ?, ?, ?> model, List<Integer> same) {
        return cache.get(shape(model, "stagedKeys", same), () -> stages.keys(model, same));
    }

    /**
     * Inserts one row, to be run for many.
     *
     * @param keyGiven whether the key is among the values
     * @param skip the columns of a key; a row that meets it is left out. Empty for none
     */
    public Statement insertRow(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven, List<Integer> skip) {
        return cache.get(
                shape(model, "insertRow", List.of(keyGiven, skip)), () -> batches.insertRow(model, keyGiven, skip));
    }

    /** On SQLite: inserts one row, to be run for many, or gives one with the same key new values in some columns. */
    public Statement upsertRow(
            ModelMetadata<?, ?, ?, ?> model, boolean keyGiven, List<Integer> same, List<Integer> columns) {
        return cache.get(
                shape(model, "upsertRow", List.of(keyGiven, same, columns)),
                () -> batches.upsertRow(model, keyGiven, same, columns));
    }

    /**
     * Changes the row that has the given values of some columns, to be run for many.
     *
     * @param same the columns of a key
     * @param columns the columns that get the given values
     */
    public Statement updateRow(ModelMetadata<?, ?, ?, ?> model, List<Integer> same, List<Integer> columns) {
        return cache.get(
                shape(model, "updateRow", List.of(same, columns)), () -> batches.updateRow(model, same, columns));
    }

    /** The columns an insert of callers' values writes. */
    public List<Integer> written(ModelMetadata<?, ?, ?, ?> model, boolean keyGiven) {
        return assignments.insert(model, keyGiven).written();
    }

    /** Reads the row of a key; {@code all} reads the managed columns without a component too. */
    public Statement read(ModelMetadata<?, ?, ?, ?> model, boolean all) {
        return cache.get(
                shape(model, "read", all), () -> rows.read(model, RowStatements.selected(model, all), 1, false));
    }

    /** Reads the rows of so many keys. */
    public Statement readAll(ModelMetadata<?, ?, ?, ?> model, int count) {
        return cache.get(
                shape(model, "readAll", List.of(count)),
                () -> rows.read(model, RowStatements.selected(model, false), count, false));
    }

    /**
     * Reads some columns of the rows of so many keys.
     *
     * @param columns which columns, in this order
     */
    public Statement readColumns(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns, int count) {
        return cache.get(
                shape(model, "readColumns", List.of(columns, count)),
                () -> rows.read(model, RowStatements.written(model, columns), count, false));
    }

    /**
     * Reads some columns of the rows a relation leads to, from so many rows; many rows in the order of their keys.
     *
     * @param relation the relation
     * @param columns which columns of its target, in this order
     */
    public Statement related(Relation relation, List<Integer> columns, int count) {
        return cache.get(
                shape(relation.target(), "related", List.of(relation.to(), relation.many(), columns, count)),
                () -> queries.related(relation, columns, count));
    }

    /**
     * Reads some columns of the rows of so many keys, and locks the rows where the database locks them.
     *
     * @param columns which columns, in this order
     */
    public Statement lockColumns(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns, int count) {
        return cache.get(
                shape(model, "lockColumns", List.of(columns, count)),
                () -> rows.read(model, RowStatements.written(model, columns), count, true));
    }

    /** Reads the row of a key and locks it where the database locks rows. */
    public Statement lock(ModelMetadata<?, ?, ?, ?> model) {
        return cache.get(
                shape(model, "lock", List.of()), () -> rows.read(model, RowStatements.selected(model, false), 1, true));
    }

    /**
     * Changes the row of a key; where the database can, returns its columns.
     *
     * @param changes what is changed
     * @param all whether managed columns without a component are returned, too
     */
    public Statement update(ModelMetadata<?, ?, ?, ?> model, List<Change> changes, boolean all) {
        if (hasExpression(changes)) {
            return cache.uncached(() -> rows.update(model, changes, all));
        }
        return cache.get(shape(model, all ? "updateWhole" : "update", changes), () -> rows.update(model, changes, all));
    }

    /** Makes the rows of so many keys live again. */
    public Statement restore(ModelMetadata<?, ?, ?, ?> model, int count) {
        return cache.get(shape(model, "restore", List.of(count)), () -> rows.restore(model, count));
    }

    /** Clears a reference where it points to one of so many rows. */
    public Statement detach(Referrer referrer, int count) {
        return cache.get(
                shape(referrer.model(), "detach", List.of(referrer.column(), count)),
                () -> rows.detach(referrer.model(), referrer.column(), count));
    }

    /** Looks for a row whose reference points to one of so many rows. */
    public Statement referencing(Referrer referrer, int count) {
        return cache.get(
                shape(referrer.model(), "referencing", List.of(referrer.column(), count)),
                () -> keys.referencing(referrer.model(), referrer.column(), count));
    }

    /**
     * Reads the keys of all rows that match, and locks them.
     *
     * @param limited whether only as many as the call's limit, in key order
     */
    public Statement lockAll(ModelMetadata<?, ?, ?, ?> model, Filter filter, boolean limited) {
        return filtered(model, "lockAll", filter, List.of(limited), () -> queries.lock(model, filter, limited));
    }

    /**
     * Deletes the rows of so many keys.
     *
     * @param hard whether they are removed where the model would have them marked
     */
    public Statement delete(ModelMetadata<?, ?, ?, ?> model, int count, boolean hard) {
        return cache.get(shape(model, hard ? "remove" : "delete", count), () -> rows.delete(model, count, hard));
    }

    /**
     * Reads and locks the rows that exist under the values of a key: first the primary key, then the columns.
     *
     * @param columns the columns of a key
     * @param count how many rows are looked for
     */
    public Statement existing(ModelMetadata<?, ?, ?, ?> model, List<Integer> columns, int count) {
        return cache.get(shape(model, "existing", List.of(columns, count)), () -> keys.existing(model, columns, count));
    }

    /** Takes numbers for identity keys: on PostgreSQL as many rows as asked for, on SQLite the last one used. */
    public Statement allocate(ModelMetadata<?, ?, ?, ?> model) {
        return cache.get(shape(model, "allocate", List.of()), () -> keys.allocate(model));
    }

    /**
     * Reads rows that match.
     *
     * @param filter which rows
     * @param range which part of them, in which order
     */
    public Statement list(ModelMetadata<?, ?, ?, ?> model, Filter filter, RowRange range) {
        return filtered(
                model,
                "list",
                filter,
                range,
                () -> queries.list(model, filter, range, RowStatements.selected(model, false)));
    }

    /**
     * Reads some columns of rows that match.
     *
     * @param columns which columns, in this order
     */
    public Statement listColumns(
            ModelMetadata<?, ?, ?, ?> model, Filter filter, RowRange range, List<Integer> columns) {
        return filtered(
                model,
                "listColumns",
                filter,
                List.of(range, columns),
                () -> queries.list(model, filter, range, RowStatements.written(model, columns)));
    }

    /** Counts rows. */
    public Statement count(ModelMetadata<?, ?, ?, ?> model, Filter filter) {
        return filtered(model, "count", filter, List.of(), () -> queries.count(model, filter));
    }

    /** Groups rows; its operands are those of {@link Aggregation#both()}. */
    public Statement aggregate(ModelMetadata<?, ?, ?, ?> model, Aggregation aggregation) {
        return filtered(
                model,
                "aggregate",
                aggregation.both(),
                aggregation.shape(),
                () -> aggregates.aggregate(model, aggregation));
    }

    /**
     * Changes all rows that match.
     *
     * @param limited whether only as many as the call's limit, in key order
     */
    public Statement updateAll(ModelMetadata<?, ?, ?, ?> model, Filter filter, List<Change> changes, boolean limited) {
        if (hasExpression(changes)) {
            return cache.uncached(() -> queries.update(model, filter, changes, limited));
        }
        return filtered(
                model,
                limited ? "updateSome" : "updateAll",
                filter,
                changes,
                () -> queries.update(model, filter, changes, limited));
    }

    /**
     * Deletes all rows that match.
     *
     * @param limited whether only as many as the call's limit, in key order
     * @param hard whether they are removed where the model would have them marked
     */
    public Statement deleteAll(ModelMetadata<?, ?, ?, ?> model, Filter filter, boolean limited, boolean hard) {
        return filtered(
                model,
                hard ? "removeAll" : "deleteAll",
                filter,
                limited,
                () -> queries.delete(model, filter, limited, hard));
    }

    private static boolean hasExpression(List<Change> changes) {
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).expression() != null) {
                return true;
            }
        }
        return false;
    }

    /** A statement over a filter: rendered once for each shape, unless the shape is unknown. */
    private Statement filtered(
            ModelMetadata<?, ?, ?, ?> model, String kind, Filter filter, Object details, Supplier<Statement> render) {
        return filter.hasPlain()
                ? cache.uncached(render)
                : cache.get(new StatementShape(model, kind, filters.shape(filter), details, reach), render);
    }

    /**
     * Changes rows by key, each to its own values.
     *
     * @param same the columns by which they are found
     * @param columns the columns changed
     * @param count how many rows
     */
    public Statement updateEach(ModelMetadata<?, ?, ?, ?> model, List<Integer> same, List<Integer> columns, int count) {
        return cache.get(
                shape(model, "updateEach", List.of(same, columns, count)),
                () -> batches.updateEach(model, same, columns, count));
    }

    /**
     * Asks for the collations of columns by which different texts are equal: a row of column, qualifier and name for each.
     *
     * @param columns text columns of the model
     */
    public Statement collations(ModelMetadata<?, ?, ?, ?> model, List<Column<?>> columns) {
        return collations.collations(model, columns);
    }

    /**
     * Asks which texts of a list, its only value, are equal: for each, in order, the number of the first it is equal to.
     *
     * @param collation what they are compared by
     */
    public Statement equalTexts(ModelMetadata<?, ?, ?, ?> model, Collation collation) {
        return cache.get(shape(model, "equalTexts", List.of(collation)), () -> collations.equalTexts(model, collation));
    }

    /** What the cache of statements has done. */
    public StatementCacheMetrics metrics() {
        return cache.metrics();
    }
}

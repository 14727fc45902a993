package dev.dataflow.migrations.script;

import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.CompositeType;
import dev.dataflow.migrations.schema.DefinedType;
import dev.dataflow.migrations.schema.Domain;
import dev.dataflow.migrations.schema.EnumType;
import dev.dataflow.migrations.schema.Index;
import dev.dataflow.migrations.schema.MaterialisedView;
import dev.dataflow.migrations.schema.Routine;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Sequence;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Creates a schema of PostgreSQL. */
final class PostgresScript {

    private static final Quoting QUOTING = Quoting.DOUBLE_QUOTES;

    private final Schema schema;
    private final List<PostgresTableText> tables;

    PostgresScript(Schema schema) {
        this.schema = schema;
        this.tables = schema.tables().stream().map(PostgresTableText::new).toList();
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        // bodies may name what comes later
        statements.add("SET check_function_bodies = off");
        statements.addAll(CreationOrder.of(creations()));
        tables.forEach(table -> statements.addAll(table.additions().toList()));
        for (MaterialisedView view : schema.materialisedViews()) {
            for (Index index : view.indexes()) {
                statements.add(PostgresKeyText.index(view.name(), index));
            }
        }
        tables.forEach(table -> statements.addAll(table.foreignKeys().toList()));
        for (Sequence sequence : schema.sequences()) {
            if (sequence.owner() != null) {
                statements.add("ALTER SEQUENCE " + QUOTING.quote(sequence.name()) + " OWNED BY "
                        + QUOTING.quote(sequence.owner().table()) + "."
                        + QUOTING.quote(sequence.owner().column()));
            }
        }
        tables.forEach(table -> statements.addAll(table.behaviour()));
        for (View view : schema.views()) {
            statements.addAll(PostgresTriggers.statements(QUOTING.quote(view.name()), view.triggers(), view.rules()));
        }
        comments(statements);
        statements.add("RESET check_function_bodies");
        return statements;
    }

    private List<Creation> creations() {
        return Stream.of(
                        schema.enums().stream().map(PostgresScript::enumType),
                        schema.domains().stream().map(PostgresScript::domain),
                        schema.compositeTypes().stream().map(PostgresScript::compositeType),
                        schema.definedTypes().stream().map(PostgresScript::definedType),
                        schema.sequences().stream().map(PostgresScript::sequence),
                        schema.routines().stream().map(PostgresScript::routine),
                        tables.stream().map(PostgresTableText::creation),
                        schema.views().stream().map(PostgresScript::view),
                        schema.materialisedViews().stream().map(PostgresScript::view))
                .flatMap(each -> each)
                .toList();
    }

    private static Creation enumType(EnumType type) {
        return new Creation(
                type.name(),
                List.of(),
                type.labels().stream()
                        .map(PostgresTableText::literal)
                        .collect(Collectors.joining(
                                ", ", "CREATE TYPE " + QUOTING.quote(type.name()) + " AS ENUM (", ")")));
    }

    private static Creation domain(Domain domain) {
        StringBuilder text = new StringBuilder("CREATE DOMAIN ")
                .append(QUOTING.quote(domain.name()))
                .append(" AS ")
                .append(domain.type().sql());
        List<String> mentions = new ArrayList<>(List.of(domain.type().sql()));
        if (domain.collation() != null) {
            text.append(" COLLATE ").append(PostgresColumnText.collation(domain.collation()));
        }
        if (domain.defaultValue() != null) {
            text.append(" DEFAULT ").append(domain.defaultValue());
            mentions.add(domain.defaultValue());
        }
        if (!domain.nullable()) {
            text.append(" NOT NULL");
        }
        domain.checks().forEach(check -> {
            text.append(' ').append(PostgresKeyText.check(check));
            mentions.add(check.expression());
        });
        return new Creation(domain.name(), mentions, text.toString());
    }

    private static Creation compositeType(CompositeType type) {
        return new Creation(
                type.name(),
                type.columns().stream().map(column -> column.type().sql()).toList(),
                type.columns().stream()
                        .map(PostgresColumnText::of)
                        .collect(Collectors.joining(", ", "CREATE TYPE " + QUOTING.quote(type.name()) + " AS (", ")")));
    }

    private static Creation definedType(DefinedType type) {
        return new Creation(type.name(), List.of(type.definition()), type.definition());
    }

    private static Creation sequence(Sequence sequence) {
        String unlogged = sequence.options().containsKey("persistence") ? "UNLOGGED " : "";
        return new Creation(
                sequence.name(),
                List.of(),
                "CREATE " + unlogged + "SEQUENCE " + QUOTING.quote(sequence.name()) + " AS " + sequence.type() + " "
                        + PostgresColumnText.numbers(sequence.numbers()));
    }

    /** A body in quotes is not looked at, so only what stands before it counts. */
    private static Creation routine(Routine routine) {
        String definition = routine.definition();
        int body = definition.indexOf("\nAS $");
        return new Creation(routine.name(), List.of(body < 0 ? definition : definition.substring(0, body)), definition);
    }

    private static Creation view(View view) {
        String check = view.options().get("check option");
        return new Creation(
                view.name(),
                List.of(view.definition()),
                "CREATE VIEW " + QUOTING.quote(view.name()) + PostgresKeyText.with(view.options()) + " AS "
                        + view.definition()
                        + (check == null ? "" : " WITH " + check.toUpperCase(Locale.ROOT) + " CHECK OPTION"));
    }

    private static Creation view(MaterialisedView view) {
        return new Creation(
                view.name(),
                List.of(view.definition()),
                "CREATE MATERIALIZED VIEW " + QUOTING.quote(view.name()) + PostgresKeyText.with(view.options()) + " AS "
                        + view.definition() + (view.populated() ? "" : " WITH NO DATA"));
    }

    private void comments(List<String> statements) {
        schema.enums().forEach(each -> comment(statements, "TYPE", each.name(), each.options()));
        schema.domains().forEach(each -> comment(statements, "DOMAIN", each.name(), each.options()));
        schema.compositeTypes().forEach(each -> comment(statements, "TYPE", each.name(), each.options()));
        schema.definedTypes().forEach(each -> comment(statements, each.kind().sql(), each.name(), each.options()));
        schema.sequences().forEach(each -> comment(statements, "SEQUENCE", each.name(), each.options()));
        schema.views().forEach(each -> comment(statements, "VIEW", each.name(), each.options()));
        schema.materialisedViews().forEach(each -> {
            comment(statements, "MATERIALIZED VIEW", each.name(), each.options());
            each.indexes().forEach(index -> comment(statements, "INDEX", index.name(), index.options()));
        });
        for (Routine routine : schema.routines()) {
            PostgresTableText.comment(
                    statements,
                    routine.kind() + " " + QUOTING.quote(routine.name()) + "("
                            + (routine.arguments().isEmpty() && routine.kind() == Routine.Kind.AGGREGATE
                                    ? "*"
                                    : routine.arguments())
                            + ")",
                    routine.options());
        }
        for (CompositeType type : schema.compositeTypes()) {
            for (Column column : type.columns()) {
                PostgresTableText.comment(
                        statements,
                        "COLUMN " + QUOTING.quote(type.name()) + "." + QUOTING.quote(column.name()),
                        column.options());
            }
        }
    }

    private static void comment(List<String> statements, String kind, String name, Map<String, String> options) {
        PostgresTableText.comment(statements, kind + " " + QUOTING.quote(name), options);
    }
}

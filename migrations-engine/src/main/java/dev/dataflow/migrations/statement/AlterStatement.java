package dev.dataflow.migrations.statement;

import dev.dataflow.config.DatabaseEngine;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands behind ALTER. */
final class AlterStatement {

    private final DatabaseEngine engine;

    AlterStatement(DatabaseEngine engine) {
        this.engine = engine;
    }

    List<Operation> read(Tokens tokens) {
        tokens.skipAny("ONLINE", "FOREIGN");
        boolean ignore = engine == DatabaseEngine.MARIADB && tokens.skip("IGNORE");
        if (tokens.skip("TABLE")) {
            List<Operation> operations = new ArrayList<>(table(tokens));
            if (ignore && !operations.isEmpty()) {
                // rows that would be in the way of a key are deleted
                operations.add(Operation.of(Action.DELETE, operations.get(0).table(), null)
                        .with(Trait.FILTERED));
            }
            return operations;
        }
        if (tokens.skip("INDEX")) {
            String name = tokens.named();
            boolean attach = tokens.at("ATTACH");
            Action action = tokens.at("RENAME") ? Action.RENAME_INDEX : Action.SET_TABLE_OPTION;
            return List.of(Operation.of(attach ? Action.ATTACH_PARTITION : action, "", name));
        }
        if (tokens.skip("TYPE")) {
            return List.of(type(tokens));
        }
        if (tokens.skip("DOMAIN")) {
            Operation domain = Operation.of(Action.ALTER_DOMAIN, "", tokens.name());
            boolean looks = tokens.at("ADD") || tokens.at("VALIDATE") || tokens.at("SET", "NOT", "NULL");
            return List.of(
                    looks
                            ? domain.withIf(tokens.mentions("NOT", "VALID"), Trait.NOT_VALID)
                            : domain.as(Action.CREATE_OBJECT));
        }
        if (tokens.skip("POLICY")) {
            String name = tokens.name();
            tokens.skip("ON");
            return List.of(Operation.of(Action.ALTER_ROW_SECURITY, tokens.name(), name));
        }
        boolean materialised = tokens.skip("MATERIALIZED");
        if (tokens.skip("VIEW")) {
            String name = tokens.named();
            boolean renamed = tokens.at("RENAME") || tokens.at("SET", "SCHEMA");
            Operation view = Operation.of(renamed ? Action.RENAME_TABLE : Action.CREATE_VIEW, name, null);
            return List.of(view.withIf(!renamed && !materialised, Trait.OR_REPLACE));
        }
        if (tokens.skip("TRIGGER")) {
            String name = tokens.name();
            tokens.skip("ON");
            return List.of(Operation.of(Action.RENAME_CONSTRAINT, tokens.name(), name));
        }
        if (tokens.at("SYSTEM") || tokens.at("DATABASE")) {
            return List.of(Operation.of(Action.OTHER, "", null));
        }
        tokens.next();
        return List.of(Operation.of(Action.CREATE_OBJECT, "", tokens.named()));
    }

    private List<Operation> table(Tokens tokens) {
        String table = tokens.named();
        if (engine == DatabaseEngine.MARIADB && tokens.skip("WAIT")) {
            tokens.next();
        } else if (engine == DatabaseEngine.MARIADB) {
            tokens.skip("NOWAIT");
        }
        List<Tokens> clauses = tokens.parts();
        return switch (engine.family()) {
            case POSTGRESQL ->
                clauses.stream().map(new PostgresAlterTable(table)::read).toList();
            case MYSQL -> {
                boolean asserted = clauses.stream().anyMatch(clause -> clause.at("ALGORITHM") || clause.at("LOCK"));
                MySqlAlterTable reader = new MySqlAlterTable(engine, table);
                yield clauses.stream()
                        .flatMap(clause -> reader.read(clause).stream())
                        .map(operation -> operation.withIf(asserted, Trait.ASSERTED))
                        .toList();
            }
            case SQLITE ->
                clauses.stream().map(new SqliteAlterTable(table)::read).toList();
        };
    }

    private static Operation type(Tokens tokens) {
        String name = tokens.name();
        if (tokens.skip("ADD", "VALUE")) {
            boolean tolerant = tokens.skip("IF", "NOT", "EXISTS");
            return Operation.of(Action.ADD_ENUM_VALUE, "", name)
                    .with(Part.VALUE, tokens.next().text())
                    .withIf(tolerant, Trait.IF_NOT_EXISTS);
        }
        boolean value = tokens.at("RENAME", "VALUE");
        boolean attribute = tokens.mentions("ATTRIBUTE");
        return Operation.of(
                value ? Action.RENAME_ENUM_VALUE : attribute ? Action.OTHER : Action.CREATE_OBJECT, "", name);
    }
}

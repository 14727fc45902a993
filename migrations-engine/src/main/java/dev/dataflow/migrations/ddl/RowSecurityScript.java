package dev.dataflow.migrations.ddl;

import dev.dataflow.database.RowSecurity;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.table.Table;
import java.util.List;
import java.util.function.Predicate;

/** The statements that give tables row security, on PostgreSQL. */
public final class RowSecurityScript {

    private RowSecurityScript() {}

    /**
     * The statements.
     *
     * @param tables tables whose rows belong to tenants
     * @param across those of them whose rows may be read for all tenants at once
     */
    public static List<SchemaStatement> create(List<Table> tables, Predicate<Table> across) {
        return tables.stream()
                .flatMap(table ->
                        RowSecurity.statements(Quoting.DOUBLE_QUOTES.quote(table.name()), across.test(table)).stream()
                                .map(sql -> new SchemaStatement(table.name(), false, sql)))
                .toList();
    }
}

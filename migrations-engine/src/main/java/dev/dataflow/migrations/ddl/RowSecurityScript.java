package dev.dataflow.migrations.ddl;

import dev.dataflow.database.RowSecurity;
import dev.dataflow.migrations.identifier.Quoting;
import dev.dataflow.migrations.identifier.TableName;
import java.util.List;

/** The statements that give tables row security, on PostgreSQL. */
public final class RowSecurityScript {

    private RowSecurityScript() {}

    /**
     * The statements.
     *
     * @param tables tables whose rows belong to tenants
     */
    public static List<SchemaStatement> create(List<TableName> tables) {
        return tables.stream()
                .flatMap(table -> RowSecurity.statements(Quoting.DOUBLE_QUOTES.quote(table)).stream()
                        .map(sql -> new SchemaStatement(table, false, sql)))
                .toList();
    }
}

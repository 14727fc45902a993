package dev.dataflow.migrations.reader.mysql;

import dev.dataflow.migrations.reader.row.Catalog;
import dev.dataflow.migrations.reader.row.UnreadableObject;
import dev.dataflow.migrations.schema.Routine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions and procedures. */
final class Routines {

    private static final String SQL = """
            SELECT r.ROUTINE_NAME, r.ROUTINE_TYPE, r.ROUTINE_DEFINITION, r.IS_DETERMINISTIC, r.SQL_DATA_ACCESS,
              r.SECURITY_TYPE, r.SQL_MODE, r.DEFINER, nullif(r.ROUTINE_COMMENT, '') AS DESCRIPTION
            FROM information_schema.ROUTINES r
            WHERE r.ROUTINE_SCHEMA = ? AND r.ROUTINE_TYPE IN ('FUNCTION', 'PROCEDURE')
            ORDER BY r.ROUTINE_NAME, r.ROUTINE_TYPE
            """;

    private static final String PARAMETERS = """
            SELECT p.SPECIFIC_NAME, p.ROUTINE_TYPE, p.ORDINAL_POSITION, p.PARAMETER_MODE, p.PARAMETER_NAME,
              p.DTD_IDENTIFIER, p.CHARACTER_SET_NAME, p.COLLATION_NAME
            FROM information_schema.PARAMETERS p
            WHERE p.SPECIFIC_SCHEMA = ?
            ORDER BY p.SPECIFIC_NAME, p.ROUTINE_TYPE, p.ORDINAL_POSITION
            """;

    private record Parameter(boolean result, String text) {}

    private record Row(
            Routine.Kind kind,
            String name,
            String head,
            @Nullable String body,
            SortedMap<String, String> options) {}

    private Routines() {}

    static List<Routine> read(Catalog catalog, Dialect dialect) throws SQLException {
        Map<String, List<Parameter>> parameters = catalog.grouped(
                PARAMETERS,
                row -> row.getString("ROUTINE_TYPE") + " " + row.getString("SPECIFIC_NAME"),
                Routines::parameter,
                dialect.database());
        List<Row> rows = catalog.list(SQL, row -> row(row, parameters), dialect.database());
        Bodies bodies = new Bodies(catalog, dialect);
        List<Routine> routines = new ArrayList<>();
        for (Row row : rows) {
            String body = row.body() == null ? null : bodies.of(row.kind().name(), row.name(), row.body());
            if (body == null) {
                throw UnreadableObject.denied(
                        "the text of the routine `" + row.name() + "` is not shown to this account");
            }
            routines.add(new Routine(row.kind(), row.name(), "", row.head() + "\n" + body, row.options()));
        }
        return routines;
    }

    private static Row row(ResultSet row, Map<String, List<Parameter>> parameters) throws SQLException {
        String name = row.getString("ROUTINE_NAME");
        String type = row.getString("ROUTINE_TYPE");
        List<Parameter> all = parameters.getOrDefault(type + " " + name, List.of());
        String list = all.stream()
                .filter(each -> !each.result())
                .map(Parameter::text)
                .collect(Collectors.joining(", ", "(", ")"));
        String result = all.stream()
                .filter(Parameter::result)
                .map(each -> " RETURNS " + each.text())
                .collect(Collectors.joining());
        return new Row(
                Routine.Kind.valueOf(type),
                name,
                list + result + (row.getString("IS_DETERMINISTIC").equals("YES") ? " DETERMINISTIC" : "") + " "
                        + row.getString("SQL_DATA_ACCESS") + " SQL SECURITY " + row.getString("SECURITY_TYPE"),
                row.getString("ROUTINE_DEFINITION"),
                Catalog.options(row, "comment", "DESCRIPTION", "definer", "DEFINER", "sql mode", "SQL_MODE"));
    }

    private static Parameter parameter(ResultSet row) throws SQLException {
        boolean result = row.getInt("ORDINAL_POSITION") == 0;
        String set = row.getString("CHARACTER_SET_NAME");
        String type = row.getString("DTD_IDENTIFIER")
                + (set == null ? "" : " CHARACTER SET " + set + " COLLATE " + row.getString("COLLATION_NAME"));
        boolean function = row.getString("ROUTINE_TYPE").equals("FUNCTION");
        return new Parameter(
                result,
                result
                        ? type
                        : (function ? "" : row.getString("PARAMETER_MODE") + " ") + "`"
                                + row.getString("PARAMETER_NAME").replace("`", "``") + "` " + type);
    }
}

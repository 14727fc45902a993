package dev.dataflow.migrations.difference;

import static dev.dataflow.migrations.fixture.ModelBuilder.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.catalog.CatalogReader;
import dev.dataflow.migrations.descriptor.Models;
import dev.dataflow.migrations.desired.TargetSchema;
import dev.dataflow.migrations.fixture.ModelBuilder;
import dev.dataflow.migrations.fixture.SchemaTest;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.model.LogicalType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which types of tables made by hand keep every value of a model's column. */
class TypeFitTest extends SchemaTest {

    private record Pair(String live, LogicalType model, boolean fits) {}

    @Test
    void wideEnoughFitsAndAnythingElseDiffers() throws SQLException {
        List<Pair> pairs = switch (engine.family()) {
            case POSTGRESQL -> postgresql();
            case MYSQL -> mysql(engine == DatabaseEngine.MARIADB);
            case SQLITE -> sqlite();
        };
        List<String> columns = new ArrayList<>();
        ModelBuilder model = model("Thing", "things").column("id", LogicalType.INT32);
        Set<String> expected = new TreeSet<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            columns.add("c" + i + " " + pair.live());
            switch (pair.model()) {
                case DECIMAL -> model.decimal("c" + i, 10, 2);
                case VARCHAR -> model.varchar("c" + i, 50);
                default -> model.column("c" + i, pair.model());
            }
            if (!pair.fits()) {
                expected.add("c" + i + " " + pair);
            }
        }
        execute("CREATE TABLE things (id int NOT NULL PRIMARY KEY, " + String.join(" NOT NULL, ", columns)
                + " NOT NULL)");
        TargetSchema target = TargetSchema.of(engine, Models.of(List.of(model.build())));
        Findings findings = SchemaComparison.compare(
                engine, target, new CatalogReader(engine).read(connection, List.of(TableName.of("things")), List.of()));
        Set<String> found = new TreeSet<>();
        for (Difference each : findings.differences()) {
            String column = String.valueOf(each.column());
            found.add(column + " " + pairs.get(Integer.parseInt(column.substring(1))));
        }
        assertThat(found).isEqualTo(expected);
    }

    private static List<Pair> postgresql() {
        return List.of(
                yes("boolean", LogicalType.BOOLEAN),
                no("smallint", LogicalType.BOOLEAN),
                yes("smallint", LogicalType.INT8),
                yes("bigint", LogicalType.INT32),
                yes("serial", LogicalType.INT32),
                no("integer", LogicalType.INT64),
                no("numeric(20,0)", LogicalType.INT64),
                yes("double precision", LogicalType.FLOAT32),
                no("real", LogicalType.FLOAT64),
                yes("numeric", LogicalType.DECIMAL),
                yes("numeric(12,4)", LogicalType.DECIMAL),
                no("numeric(10,3)", LogicalType.DECIMAL),
                no("numeric(9,2)", LogicalType.DECIMAL),
                no("double precision", LogicalType.DECIMAL),
                yes("text", LogicalType.VARCHAR),
                yes("varchar", LogicalType.TEXT),
                yes("varchar(60)", LogicalType.VARCHAR),
                no("varchar(49)", LogicalType.VARCHAR),
                no("varchar(9999)", LogicalType.TEXT),
                no("char(50)", LogicalType.VARCHAR),
                no("json", LogicalType.TEXT),
                yes("bytea", LogicalType.BYTES),
                yes("uuid", LogicalType.UUID),
                no("text", LogicalType.UUID),
                yes("timestamptz", LogicalType.INSTANT),
                no("timestamptz(3)", LogicalType.INSTANT),
                no("timestamp", LogicalType.INSTANT),
                yes("timestamp", LogicalType.DATE_TIME),
                no("timestamptz", LogicalType.DATE_TIME),
                yes("date", LogicalType.DATE),
                yes("time", LogicalType.TIME),
                no("time(0)", LogicalType.TIME),
                no("timetz", LogicalType.TIME),
                no("integer[]", LogicalType.INT32));
    }

    private static List<Pair> mysql(boolean jsonIsText) {
        return List.of(
                yes("tinyint(1)", LogicalType.BOOLEAN),
                yes("bit(1)", LogicalType.BOOLEAN),
                no("bit(8)", LogicalType.BOOLEAN),
                yes("tinyint", LogicalType.INT8),
                yes("int unsigned", LogicalType.INT32),
                no("int unsigned", LogicalType.INT64),
                no("mediumint", LogicalType.INT32),
                yes("bigint", LogicalType.INT32),
                no("float", LogicalType.FLOAT32),
                yes("double", LogicalType.FLOAT32),
                no("double(10,2)", LogicalType.FLOAT64),
                yes("decimal(12,2)", LogicalType.DECIMAL),
                no("decimal(10,3)", LogicalType.DECIMAL),
                no("decimal", LogicalType.DECIMAL),
                yes("varchar(50)", LogicalType.VARCHAR),
                yes("tinytext", LogicalType.VARCHAR),
                no("varchar(49)", LogicalType.VARCHAR),
                no("char(50)", LogicalType.VARCHAR),
                no("enum('a','(b)')", LogicalType.VARCHAR),
                no("text", LogicalType.TEXT),
                yes("longtext", LogicalType.TEXT),
                yes("longblob", LogicalType.BYTES),
                no("blob", LogicalType.BYTES),
                no("longtext", LogicalType.BYTES),
                yes("binary(16)", LogicalType.UUID),
                yes("varbinary(16)", LogicalType.UUID),
                no("binary(17)", LogicalType.UUID),
                no("char(36)", LogicalType.UUID),
                yes("datetime(6)", LogicalType.INSTANT),
                no("datetime", LogicalType.INSTANT),
                no("timestamp(6)", LogicalType.INSTANT),
                yes("datetime(6)", LogicalType.DATE_TIME),
                yes("date", LogicalType.DATE),
                yes("time(6)", LogicalType.TIME),
                no("time", LogicalType.TIME),
                new Pair("json", LogicalType.TEXT, jsonIsText));
    }

    private static List<Pair> sqlite() {
        return List.of(
                yes("BOOLEAN", LogicalType.BOOLEAN),
                yes("TINYINT", LogicalType.INT64),
                yes("NUMERIC(10,2)", LogicalType.INT64),
                no("REAL", LogicalType.INT64),
                no("TEXT", LogicalType.INT64),
                yes("DOUBLE", LogicalType.FLOAT64),
                no("INTEGER", LogicalType.FLOAT64),
                yes("NVARCHAR(10)", LogicalType.VARCHAR),
                yes("", LogicalType.TEXT),
                no("NUMERIC", LogicalType.TEXT),
                no("INTEGER", LogicalType.TEXT),
                yes("TEXT", LogicalType.DECIMAL),
                no("DECIMAL(10,2)", LogicalType.DECIMAL),
                yes("BLOB", LogicalType.BYTES),
                no("TEXT", LogicalType.BYTES),
                yes("UUID", LogicalType.UUID),
                yes("DATETIME", LogicalType.INSTANT),
                yes("DATE", LogicalType.DATE),
                no("INT", LogicalType.DATE),
                yes("TEXT", LogicalType.TIME),
                yes("TEXT", LogicalType.DATE_TIME));
    }

    private static Pair yes(String live, LogicalType model) {
        return new Pair(live, model, true);
    }

    private static Pair no(String live, LogicalType model) {
        return new Pair(live, model, false);
    }
}

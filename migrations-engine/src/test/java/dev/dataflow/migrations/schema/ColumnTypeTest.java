package dev.dataflow.migrations.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POSTGRESQL | varchar(10)             | character varying(10)",
                "POSTGRESQL | VARCHAR                 | character varying",
                "POSTGRESQL | char                    | character(1)",
                "POSTGRESQL | int8[]                  | bigint[]",
                "POSTGRESQL | text[3][]               | text[]",
                "POSTGRESQL | decimal(10)             | numeric(10,0)",
                "POSTGRESQL | numeric                 | numeric",
                "POSTGRESQL | timestamptz(3)          | timestamp(3) with time zone",
                "POSTGRESQL | timestamp(3) with time zone | timestamp(3) with time zone",
                "POSTGRESQL | timestamp               | timestamp without time zone",
                "POSTGRESQL | interval day to second(3) | interval day to second(3)",
                "POSTGRESQL | geometry(Point,4326)    | geometry(point,4326)",
                "POSTGRESQL | \"My (odd) Type\"[]     | \"My (odd) Type\"[]",
                "MYSQL      | INT(11)                 | int",
                "MYSQL      | int(10) unsigned        | int unsigned",
                "MYSQL      | int(5) unsigned zerofill | int(5) unsigned zerofill",
                "MYSQL      | BOOLEAN                 | tinyint(1)",
                "MYSQL      | tinyint(4)              | tinyint",
                "MYSQL      | tinyint(1) unsigned     | tinyint unsigned",
                "MYSQL      | dec(8)                  | decimal(8,0)",
                "MYSQL      | datetime(0)             | datetime",
                "MYSQL      | datetime(6)             | datetime(6)",
                "MYSQL      | double(10,2)            | double(10,2)",
                "MYSQL      | year(4)                 | year",
                "MYSQL      | json                    | json",
                "MARIADB    | json                    | longtext",
                "SQLITE     | varchar ( 10 )          | VARCHAR(10)",
                "SQLITE     | unsigned  big int       | UNSIGNED BIG INT"
            })
    void spellingMakesNoDifference(DatabaseEngine engine, String written, String stored) {
        ColumnType type = ColumnType.of(engine, written);
        assertThat(type).hasToString(stored);
        assertThat(ColumnType.of(engine, type.sql())).isEqualTo(type);
    }

    @Test
    void numbersAreTold() {
        ColumnType decimal = ColumnType.of(DatabaseEngine.MYSQL, "decimal(8,3) unsigned");
        assertThat(decimal.precision()).isEqualTo(8);
        assertThat(decimal.scale()).isEqualTo(3);
        assertThat(decimal.unsigned()).isTrue();
        assertThat(ColumnType.of(DatabaseEngine.POSTGRESQL, "varchar(20)[]").length())
                .isEqualTo(20);
        assertThat(ColumnType.of(DatabaseEngine.POSTGRESQL, "timestamptz(3)").precision())
                .isEqualTo(3);
    }

    @Test
    void labelsAreTakenApart() {
        ColumnType odd = ColumnType.of(DatabaseEngine.MYSQL, "enum('a,b','it''s','(',')')");
        assertThat(odd.labels()).isEqualTo(List.of("a,b", "it's", "(", ")"));
        assertThat(odd).hasToString("enum('a,b','it''s','(',')')");
    }
}

package dev.dataflow.migrations.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.migrations.change.Change;
import dev.dataflow.migrations.change.ColumnAspect;
import dev.dataflow.migrations.change.ColumnChange;
import dev.dataflow.migrations.change.ForeignKeyChange;
import dev.dataflow.migrations.change.TableChange;
import dev.dataflow.migrations.identifier.TableName;
import dev.dataflow.migrations.rule.Level;
import dev.dataflow.migrations.schema.Column;
import dev.dataflow.migrations.schema.ColumnType;
import dev.dataflow.migrations.schema.ForeignKey;
import dev.dataflow.migrations.schema.ReferentialAction;
import dev.dataflow.migrations.schema.Table;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Floors by themselves: rules have their own, which may hide one that is missing here. */
class FloorsTest {

    @ParameterizedTest
    @EnumSource
    void aChangeIsNeverLessThanItsFloor(DatabaseEngine engine) {
        Column number = Column.of("n", ColumnType.of(engine, "integer"));
        Column must = number.withNullable(false);
        Column large = number.withType(ColumnType.of(engine, "bigint"));
        Table things = Table.named("things").column(number).build();
        ForeignKey key =
                ForeignKey.of("fk", List.of("n"), TableName.of("parents"), List.of("id"), ReferentialAction.NO_ACTION);
        assertThat(floor(new ColumnChange.Add("things", number))).isEqualTo(Level.LOW);
        assertThat(floor(new ColumnChange.Add("things", must))).isEqualTo(Level.MEDIUM);
        assertThat(floor(new ColumnChange.Drop("things", number))).isEqualTo(Level.HIGH);
        assertThat(floor(new ColumnChange.Rename("things", "n", "m"))).isEqualTo(Level.MEDIUM);
        assertThat(floor(new ColumnChange.Alter("things", ColumnAspect.TYPE, number, large)))
                .isEqualTo(Level.HIGH);
        assertThat(floor(new ColumnChange.Alter("things", ColumnAspect.NULLABILITY, number, must)))
                .isEqualTo(Level.LOW);
        assertThat(floor(new TableChange.Drop(things))).isEqualTo(Level.CRITICAL);
        assertThat(floor(new TableChange.Rename("things", "goods"))).isEqualTo(Level.CRITICAL);
        assertThat(floor(new TableChange.Create(things))).isEqualTo(Level.LOW);
        assertThat(floor(new ForeignKeyChange.Add("things", key))).isEqualTo(Level.MEDIUM);
        assertThat(floor(new ForeignKeyChange.Drop("things", key))).isEqualTo(Level.HIGH);
    }

    private static Level floor(Change change) {
        return Floors.of(change).map(Floors.Floor::level).orElse(Level.LOW);
    }
}

package dev.dataflow.database;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelDefinition;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.ModelTable;
import dev.dataflow.metadata.Patch;
import dev.dataflow.metadata.Reference;
import dev.dataflow.metadata.UniqueKey;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.type.ColumnTypes;
import dev.dataflow.type.ParameterWriter;
import dev.dataflow.type.RowReader;
import java.util.List;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Metadata written by hand, of which only the names are used. */
final class TestModel extends ModelMetadata<Object, Long, TestModel.NoDraft, TestModel.NoPatch> {

    static final TestModel SENDER = new TestModel(sender());
    static final TestModel PARCEL = new TestModel(parcel());

    private TestModel(ModelDefinition<Object> definition) {
        super(definition);
    }

    private static ModelDefinition<Object> sender() {
        Table table = new Table("senders");
        return new ModelDefinition<>(
                Object.class,
                "post.Sender",
                "Sender",
                table,
                List.of(0),
                KeyGeneration.ASSIGNED,
                List.of(Column.required("id", table.longs("id"))),
                List.of(),
                List.of());
    }

    private static ModelDefinition<Object> parcel() {
        Table table = new Table("parcels");
        return new ModelDefinition<>(
                Object.class,
                "post.Parcel",
                "Parcel",
                table,
                List.of(0),
                KeyGeneration.ASSIGNED,
                List.of(
                        Column.required("parcelId", table.longs("parcel_id")),
                        Column.required("senderId", table.longs("sender_id")),
                        Column.required("number", table.texts("number")),
                        Column.required("region", table.texts("region")),
                        Column.required("slotNo", table.longs("slot_no")),
                        Column.required("weight", table.longs("weight"))),
                List.of(
                        UniqueKey.of("uk_parcels_number", "number"),
                        UniqueKey.of("uk_parcels_region_slot_no", "region", "slot_no")),
                List.of(new Reference("fk_parcels_sender_id", "sender_id", "post.Sender")));
    }

    @Override
    public Object read(RowReader row) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void bind(Object model, int column, ParameterWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Object value(Object model, int column) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object fromValues(@Nullable Object[] values) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NoDraft newDraft() {
        return new NoDraft();
    }

    @Override
    public NoPatch newPatch() {
        return new NoPatch();
    }

    static final class NoDraft extends Draft {
        NoDraft() {
            super(0);
        }
    }

    static final class NoPatch extends Patch<NoPatch> {
        @Override
        protected NoPatch self() {
            return this;
        }
    }

    private static final class Table extends ModelTable<Table> {
        private static final long serialVersionUID = 1L;

        Table(String name) {
            super(name);
        }

        private Table(Name alias, Table aliased) {
            super(alias, aliased);
        }

        @Override
        protected Table aliased(Name alias) {
            return new Table(alias, this);
        }

        TableField<Record, Long> longs(String name) {
            return column(name, ColumnTypes.INT64);
        }

        TableField<Record, String> texts(String name) {
            return column(name, ColumnTypes.varchar(40));
        }
    }
}

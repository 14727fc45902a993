package dev.dataflow.node;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.Draft;
import dev.dataflow.metadata.ModelDefinition;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.metadata.ModelTable;
import dev.dataflow.metadata.Patch;
import dev.dataflow.metadata.Reference;
import dev.dataflow.model.KeyGeneration;
import dev.dataflow.type.ColumnTypes;
import dev.dataflow.type.ParameterWriter;
import dev.dataflow.type.RowReader;
import java.util.List;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Metadata written by hand: a model with an id and a reference to a reader, whose way back has a name of choice. */
final class LibraryModel extends ModelMetadata<Object, Long, LibraryModel.NoDraft, LibraryModel.NoPatch> {

    private LibraryModel(ModelDefinition<Object> definition) {
        super(definition);
    }

    static LibraryModel of(String name, @Nullable String inverse) {
        Table table = new Table(name.toLowerCase(java.util.Locale.ROOT));
        TableField<Record, Long> reader = table.longs("reader_id");
        Reference reference = new Reference("fk_" + name, "reader_id", "library.Reader").relation("reader", "reader");
        return new LibraryModel(new ModelDefinition<>(
                Object.class,
                "library." + name,
                name,
                table,
                List.of(0),
                KeyGeneration.ASSIGNED,
                List.of(Column.required("id", table.longs("id")), Column.required("readerId", reader)),
                List.of(),
                List.of(inverse == null ? reference : reference.inverse(inverse, inverse))));
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
    }
}

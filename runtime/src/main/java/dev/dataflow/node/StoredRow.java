package dev.dataflow.node;

import dev.dataflow.metadata.Column;
import dev.dataflow.metadata.ModelMetadata;
import dev.dataflow.type.RowReader;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns stored values into what the map face gives out. */
final class StoredRow {

    private StoredRow() {}

    /** Reads all columns of the current row. */
    static @Nullable Object[] read(ModelMetadata<?, ?, ?, ?> model, RowReader row) throws SQLException {
        @Nullable Object[] values = new Object[model.columns().size()];
        int position = 1;
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(position, model.columns().get(i).type());
            position += model.width(List.of(i));
        }
        return values;
    }

    /** All columns by name; enums by the constant's name. */
    static Map<String, @Nullable Object> export(ModelMetadata<?, ?, ?, ?> model, @Nullable Object[] values) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Column<?> column = model.columns().get(i);
            result.put(column.column(), column.export(values[i]));
        }
        return result;
    }
}

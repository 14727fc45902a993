package dev.dataflow.statement;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.query.Operand;
import dev.dataflow.type.ColumnTypes;
import dev.dataflow.type.ParameterWriter;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** How what a filter was given becomes a parameter. */
enum FilterForm {
    /** One value. */
    VALUE {
        @Override
        void write(Operand operand, int item, ParameterWriter out) throws SQLException {
            value((Operand.Values<?>) operand, item, out);
        }
    },
    /** All values, as one array. */
    ARRAY {
        @Override
        void write(Operand operand, int item, ParameterWriter out) throws SQLException {
            array((Operand.Values<?>) operand, out);
        }
    },
    /** The pattern of LIKE; on SQLite of GLOB. */
    WILDCARDS {
        @Override
        void write(Operand operand, int item, ParameterWriter out) throws SQLException {
            Operand.Wildcards given = (Operand.Wildcards) operand;
            boolean glob = out.engine().family() == EngineFamily.SQLITE;
            out.object(glob ? WildcardText.glob(given.pattern()) : WildcardText.like(given.pattern()));
        }
    },
    /** All values, as the JSON that lists are stored as. */
    JSON_LIST {
        @Override
        void write(Operand operand, int item, ParameterWriter out) throws SQLException {
            list(((Operand.Values<?>) operand).list(), out);
        }
    },
    /** One value, in a list of its own. */
    JSON_ELEMENT {
        @Override
        void write(Operand operand, int item, ParameterWriter out) throws SQLException {
            List<?> values = ((Operand.Values<?>) operand).list();
            list(List.of(values.get(Math.min(item, values.size() - 1))), out);
        }
    },
    /** The digits of a whole number between commas, as they stand in a list. */
    DIGITS {
        @Override
        void write(Operand operand, int item, ParameterWriter out) throws SQLException {
            List<?> values = ((Operand.Values<?>) operand).list();
            out.object("," + values.get(Math.min(item, values.size() - 1)) + ",");
        }
    },
    /** A number, exact where the database compares numbers inside of JSON exactly. */
    NUMBER {
        @Override
        void write(Operand operand, int item, ParameterWriter out) throws SQLException {
            List<?> values = ((Operand.Values<?>) operand).list();
            BigDecimal number = (BigDecimal) values.get(Math.min(item, values.size() - 1));
            if (out.engine() == DatabaseEngine.POSTGRESQL) {
                out.object(number);
            } else {
                out.float64(number.doubleValue());
            }
        }
    },
    /** A path into JSON; on PostgreSQL one key of it. */
    PATH {
        @Override
        void write(Operand operand, int item, ParameterWriter out) throws SQLException {
            List<String> keys = ((Operand.Path) operand).path().keys();
            out.object(
                    out.engine() == DatabaseEngine.POSTGRESQL
                            ? keys.get(item)
                            : keys.stream().collect(Collectors.joining("\".\"", "$.\"", "\"")));
        }
    },
    /** A regular expression in the database's syntax. */
    EXPRESSION {
        @Override
        void write(Operand operand, int item, ParameterWriter out) throws SQLException {
            out.object(new RegexText(out.engine()).of(((Operand.Expression) operand).root()));
        }
    };

    /** Binds the next parameter. */
    abstract void write(Operand operand, int item, ParameterWriter out) throws SQLException;

    private static <T> void value(Operand.Values<T> values, int item, ParameterWriter out) throws SQLException {
        out.compare(values.list().get(Math.min(item, values.list().size() - 1)), values.type());
    }

    @SuppressWarnings("unchecked") // lists hold texts or numbers
    private static void list(List<?> values, ParameterWriter out) throws SQLException {
        if (values.get(0) instanceof String) {
            out.compare((List<String>) values, ColumnTypes.TEXT_LIST);
        } else {
            out.compare((List<Long>) values, ColumnTypes.INT64_LIST);
        }
    }

    private static <T> void array(Operand.Values<T> values, ParameterWriter out) throws SQLException {
        out.compareAny(values.list(), values.type());
    }
}

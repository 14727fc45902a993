package dev.dataflow.statement;

import dev.dataflow.config.EngineFamily;
import dev.dataflow.query.Operand;
import dev.dataflow.type.ParameterWriter;
import java.sql.SQLException;

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

    private static <T> void array(Operand.Values<T> values, ParameterWriter out) throws SQLException {
        out.compareAny(values.list(), values.type());
    }
}

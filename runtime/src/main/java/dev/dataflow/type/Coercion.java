package dev.dataflow.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.util.function.Function;

/**
 * Turns a value of the map face into a column's type, only without loss: exact numbers, and strings where ISO 8601 or a
 * name says them. A string never becomes a number or a boolean.
 */
interface Coercion<T> {

    T coerce(Object value);

    /** The way back: enums by name, all else as it is. */
    default Object export(T value) {
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    /** Takes instances of the type only. */
    static <T> Coercion<T> exact(Class<T> type, String expected) {
        return value -> {
            if (type.isInstance(value)) {
                return type.cast(value);
            }
            throw wrong(value, expected);
        };
    }

    /** Takes instances, and strings the parser understands. */
    static <T> Coercion<T> parsed(Class<T> type, Function<String, T> parser, String expected) {
        return value -> {
            if (type.isInstance(value)) {
                return type.cast(value);
            }
            if (value instanceof String text) {
                try {
                    return parser.apply(text);
                } catch (DateTimeException | IllegalArgumentException e) {
                    throw new IllegalValueException("is a string that does not read as " + expected);
                }
            }
            throw wrong(value, expected);
        };
    }

    /** Takes any number the conversion can represent exactly. */
    static <T extends Number> Coercion<T> number(Class<T> type, Function<BigDecimal, T> narrow, String expected) {
        return value -> {
            if (type.isInstance(value)) {
                return type.cast(value);
            }
            if (!(value instanceof Number number)) {
                throw wrong(value, expected);
            }
            try {
                return narrow.apply(decimal(number, expected));
            } catch (ArithmeticException e) {
                throw new IllegalValueException("is a number that is not exactly " + expected);
            }
        };
    }

    /** The exact decimal value of any number of the JDK. */
    static BigDecimal decimal(Number number, String expected) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new IllegalValueException("is not a finite number");
            }
            return new BigDecimal(value);
        }
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return BigDecimal.valueOf(number.longValue());
        }
        throw wrong(number, expected);
    }

    private static IllegalValueException wrong(Object value, String expected) {
        return new IllegalValueException(
                "is of type " + value.getClass().getSimpleName() + " where " + expected + " is needed");
    }
}

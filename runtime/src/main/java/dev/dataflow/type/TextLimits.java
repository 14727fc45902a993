package dev.dataflow.type;

/**
 * Refuses text that is too long or that a database would change.
 *
 * @param length the longest text in code points; 0 for no limit
 */
record TextLimits(int length) implements Limits<String> {

    @Override
    public String store(String value) {
        floor(value);
        if (length > 0 && value.length() > length && value.codePointCount(0, value.length()) > length) {
            throw new IllegalValueException("longer than the column's " + length + " characters");
        }
        return value;
    }

    /** What no database can hold cannot be sent to one either: drivers put a question mark in its place. */
    @Override
    public String floor(String value) {
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (unit == 0) {
                throw new IllegalValueException("contains the NUL character, which PostgreSQL cannot store");
            }
            if (Character.isSurrogate(unit)) {
                if (!Character.isHighSurrogate(unit)
                        || i + 1 == value.length()
                        || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    throw new IllegalValueException("contains half a surrogate pair, which no database can store");
                }
                i++;
            }
        }
        return value;
    }
}

package dev.dataflow.type;

import java.sql.SQLException;

/** Values that the server would not take at once, noticed before they are sent. The state and code are the server's own. */
public final class PacketTooLargeException extends SQLException {

    /** The vendor code of MySQL and MariaDB. */
    public static final int CODE = 1153;

    private static final long serialVersionUID = 1L;

    PacketTooLargeException() {
        super("the values have more bytes than max_allowed_packet", "08S01", CODE);
    }
}

package dev.dataflow.discovery;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** The annotations of a class, in the form they have in its file. */
final class Annotations {

    private final byte[] content;
    private final ConstantPool constants;

    Annotations(byte[] content, ConstantPool constants) {
        this.content = content;
        this.constants = constants;
    }

    /** Whether an annotation is there; those inside others do not count. */
    boolean has(String type) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                if (constants.text(in.readUnsignedShort()).equals(type)) {
                    return true;
                }
                members(in);
            }
            return false;
        }
    }

    private static void members(DataInputStream in) throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(2); // name
            value(in);
        }
    }

    private static void value(DataInputStream in) throws IOException {
        switch (in.readUnsignedByte()) {
            case 'e' -> in.skipNBytes(4);
            case '@' -> {
                in.skipNBytes(2);
                members(in);
            }
            case '[' -> {
                for (int left = in.readUnsignedShort(); left > 0; left--) {
                    value(in);
                }
            }
            default -> in.skipNBytes(2);
        }
    }
}

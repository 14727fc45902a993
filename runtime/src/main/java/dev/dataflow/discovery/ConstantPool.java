package dev.dataflow.discovery;

import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The names a class file uses. */
final class ConstantPool {

    private final @Nullable String[] texts;
    private final int[] classes;

    private ConstantPool(int size) {
        texts = new String[size];
        classes = new int[size];
    }

    static ConstantPool read(DataInputStream in) throws IOException {
        ConstantPool pool = new ConstantPool(in.readUnsignedShort());
        for (int i = 1; i < pool.texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> pool.texts[i] = in.readUTF();
                case 7 -> pool.classes[i] = in.readUnsignedShort();
                case 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // long and double take two places
                }
                default -> throw new IOException("unknown constant " + tag);
            }
        }
        return pool;
    }

    /** A text; empty when there is none at the position. */
    String text(int position) {
        String text = position < texts.length ? texts[position] : null;
        return text == null ? "" : text;
    }

    /** The name of a class, with slashes. */
    String className(int position) {
        return position < classes.length ? text(classes[position]) : "";
    }
}

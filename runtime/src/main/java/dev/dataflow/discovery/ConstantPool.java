package dev.dataflow.discovery;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The names a class file uses. They become texts when they are asked for, since few are. */
final class ConstantPool {

    private final byte @Nullable [][] texts;
    private final int[] classes;

    private ConstantPool(int size) {
        texts = new byte[size][];
        classes = new int[size];
    }

    static ConstantPool read(DataInputStream in) throws IOException {
        ConstantPool pool = new ConstantPool(in.readUnsignedShort());
        for (int i = 1; i < pool.texts.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> pool.texts[i] = in.readNBytes(in.readUnsignedShort());
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
    String text(int position) throws IOException {
        byte[] text = position < texts.length ? texts[position] : null;
        return text == null ? "" : decode(text);
    }

    /** Class files have a form of UTF-8 of their own, which only this stream reads. */
    private static String decode(byte[] text) throws IOException {
        byte[] all = new byte[Short.BYTES + text.length];
        all[0] = (byte) (text.length >>> Byte.SIZE);
        all[1] = (byte) text.length;
        System.arraycopy(text, 0, all, Short.BYTES, text.length);
        return new DataInputStream(new ByteArrayInputStream(all)).readUTF();
    }

    /** The name of a class, with slashes. */
    String className(int position) throws IOException {
        return position < classes.length ? text(classes[position]) : "";
    }
}

package dev.dataflow.discovery;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class file says of a model. The annotation is not kept for run time, so only the file has it.
 *
 * @param model whether the class is annotated as a model
 * @param superclass the name of its superclass, with slashes
 * @param fields its instance fields in the file's order: name, colon, descriptor
 */
record ClassFile(boolean model, String superclass, List<String> fields) {

    private static final String ANNOTATION = "Ldev/dataflow/annotations/Model;";
    private static final byte[] MARK = ANNOTATION.getBytes(StandardCharsets.US_ASCII);
    private static final ClassFile OTHER = new ClassFile(false, "", List.of());
    private static final int MAGIC = 0xCAFEBABE;
    private static final int STATIC_OR_SYNTHETIC = 0x0008 | 0x1000;

    ClassFile {
        fields = List.copyOf(fields);
    }

    /** Whether it is a record. */
    boolean record() {
        return superclass.equals("java/lang/Record");
    }

    /**
     * Reads a class file.
     *
     * @param bytes the file
     * @return what it says; of a file that cannot be read, that it is no model
     */
    static ClassFile of(byte[] bytes) {
        // most classes do not hold the annotation's name, and need no closer look
        return mentions(bytes) ? any(bytes) : OTHER;
    }

    /** Reads a class file that may be no model's. */
    static ClassFile any(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return in.readInt() == MAGIC ? read(in) : OTHER;
        } catch (IOException e) {
            return OTHER;
        }
    }

    private static boolean mentions(byte[] bytes) {
        for (int start = 0; start <= bytes.length - MARK.length; start++) {
            int i = 0;
            while (i < MARK.length && bytes[start + i] == MARK[i]) {
                i++;
            }
            if (i == MARK.length) {
                return true;
            }
        }
        return false;
    }

    private static ClassFile read(DataInputStream in) throws IOException {
        in.readInt(); // version
        ConstantPool constants = ConstantPool.read(in);
        in.readUnsignedShort(); // access
        in.readUnsignedShort(); // this class
        String superclass = constants.className(in.readUnsignedShort());
        in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
        List<String> fields = fields(in, constants);
        members(in);
        return new ClassFile(annotated(in, constants), superclass, fields);
    }

    private static List<String> fields(DataInputStream in, ConstantPool constants) throws IOException {
        List<String> fields = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            int access = in.readUnsignedShort();
            String field = constants.text(in.readUnsignedShort()) + ":" + constants.text(in.readUnsignedShort());
            if ((access & STATIC_OR_SYNTHETIC) == 0) {
                fields.add(field);
            }
            attributes(in);
        }
        return fields;
    }

    private static void members(DataInputStream in) throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(6); // access, name, descriptor
            attributes(in);
        }
    }

    private static void attributes(DataInputStream in) throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(2); // name
            in.skipNBytes(Integer.toUnsignedLong(in.readInt()));
        }
    }

    private static boolean annotated(DataInputStream in, ConstantPool constants) throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String name = constants.text(in.readUnsignedShort());
            byte[] content = in.readNBytes(in.readInt());
            if (name.equals("RuntimeInvisibleAnnotations") && new Annotations(content, constants).has(ANNOTATION)) {
                return true;
            }
        }
        return false;
    }
}

package dev.dataflow.discovery;

import dev.dataflow.model.ModelShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shapes of classes, whose superclasses are looked for on the class path. For one thread, and one look. */
final class ClassShapes {

    private final ClassLoader loader;
    private final Map<String, ClassFile> superclasses = new HashMap<>();

    ClassShapes(ClassLoader loader) {
        this.loader = loader;
    }

    /** The shape that the generated code of a class has when it fits. */
    String of(ClassFile file) {
        List<List<String>> inherited = new ArrayList<>();
        String above = file.superclass();
        while (!above.isEmpty() && !ModelShape.isOfJava(above.replace('/', '.'))) {
            ClassFile superclass = superclasses.computeIfAbsent(above, this::read);
            inherited.add(superclass.fields());
            above = superclass.superclass();
        }
        return ModelShape.of(file.record(), file.fields(), inherited);
    }

    private ClassFile read(String name) {
        try (InputStream in = loader.getResourceAsStream(name + ".class")) {
            return ClassFile.any(in == null ? new byte[0] : in.readAllBytes());
        } catch (IOException e) {
            return ClassFile.any(new byte[0]);
        }
    }
}

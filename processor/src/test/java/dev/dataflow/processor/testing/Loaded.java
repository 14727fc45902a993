package dev.dataflow.processor.testing;

import dev.dataflow.metadata.ModelMetadata;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiled classes, loaded, and used by reflection. */
public final class Loaded extends ClassLoader {

    private final Map<String, byte[]> classes;

    Loaded(Map<String, byte[]> classes) {
        super(Loaded.class.getClassLoader());
        this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name.replace('.', '/') + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** A class by name. */
    public Class<?> type(String name) {
        try {
            return loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** A new instance by the only constructor that takes so many arguments. */
    public Object create(String type, @Nullable Object... arguments) {
        Constructor<?> constructor = Arrays.stream(type(type).getDeclaredConstructors())
                .filter(found -> found.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        constructor.setAccessible(true);
        return call(() -> constructor.newInstance(arguments));
    }

    /** The value of a static field. */
    public Object constant(String type, String field) {
        return field(null, type(type), field);
    }

    /** The value of an object's field. */
    public Object field(Object object, String field) {
        return field(object, object.getClass(), field);
    }

    /** Calls the first method of a name that takes so many arguments. */
    public Object invoke(Object object, String method, @Nullable Object... arguments) {
        Method found = Arrays.stream(object.getClass().getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(method)
                        && candidate.getParameterCount() == arguments.length
                        && !candidate.isBridge())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + method + " in " + object.getClass()));
        found.setAccessible(true);
        return call(() -> found.invoke(object, arguments));
    }

    /** A model's metadata. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // the types are only known to the generated code
    public ModelMetadata<Object, Object, ?, ?> metadata(String model) {
        return (ModelMetadata)
                constant(model + "Nodes$" + model.substring(model.lastIndexOf('.') + 1) + "Metadata", "INSTANCE");
    }

    private static Object field(@Nullable Object object, Class<?> type, String name) {
        return call(() -> {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(object);
        });
    }

    private static Object call(Reflective call) {
        try {
            return call.run();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e.getCause() == null ? e : e.getCause());
        }
    }

    private interface Reflective {
        Object run() throws ReflectiveOperationException;
    }
}

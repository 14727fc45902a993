package dev.dataflow.testing;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;

/** The classes of the tests once more, in a class loader that lacks libraries: that of the thread, until it is closed. */
public final class WithoutLibrary implements AutoCloseable {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final URLClassLoader loader;

    /** Leaves out files and folders of the class path whose path holds one of the texts. */
    public WithoutLibrary(String... libraries) {
        URL[] path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Arrays.stream(libraries).noneMatch(entry::contains))
                .map(WithoutLibrary::url)
                .toArray(URL[]::new);
        loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
    }

    /** The class loader. */
    public ClassLoader loader() {
        return loader;
    }

    /** Runs a class's copy. */
    public void run(Class<? extends Runnable> program) throws ReflectiveOperationException {
        var constructor = loader.loadClass(program.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        ((Runnable) constructor.newInstance()).run();
    }

    @Override
    public void close() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        loader.close();
    }

    private static URL url(String entry) {
        try {
            URI uri = new File(entry).toURI();
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.dataflow.build;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sees the runtime of the tests, but only its own models. It notes which classes it loads. */
public final class IsolatedModels extends URLClassLoader {

    private final Set<String> loaded = Collections.synchronizedSet(new LinkedHashSet<>());

    private IsolatedModels(URL[] urls) {
        super(urls, IsolatedModels.class.getClassLoader());
    }

    /** Models of these places. */
    public static IsolatedModels in(Path... places) throws MalformedURLException {
        URL[] urls = new URL[places.length];
        for (int i = 0; i < places.length; i++) {
            urls[i] = places[i].toUri().toURL();
        }
        return new IsolatedModels(urls);
    }

    /** The classes of these places that were loaded. */
    Set<String> loaded() {
        return Set.copyOf(loaded);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> found = super.findClass(name);
        loaded.add(name);
        return found;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.isEmpty() || name.endsWith("ModelModule") ? findResources(name) : super.getResources(name);
    }
}

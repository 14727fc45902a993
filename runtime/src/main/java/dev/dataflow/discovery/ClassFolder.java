package dev.dataflow.discovery;

import dev.dataflow.model.GeneratedCode;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of class files on the class path, as builds and IDEs make them. Jars are not looked at: they are built in one go.
 *
 * @param path the folder
 */
record ClassFolder(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDiscovery.class);

    /** The folders a class loader sees. What it cannot say is left out: looking must never keep an instance from opening. */
    static List<ClassFolder> of(ClassLoader loader) {
        Set<Path> folders = new LinkedHashSet<>();
        try {
            for (URL url : Collections.list(loader.getResources(""))) {
                if ("file".equals(url.getProtocol())) {
                    folders.add(Path.of(URI.create(url.toExternalForm())));
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("folders of the class path are unknown", e);
        }
        return folders.stream().filter(Files::isDirectory).map(ClassFolder::new).toList();
    }

    /** The models that have generated code here, with their shapes. */
    Map<String, String> index() {
        Map<String, String> shapes = new LinkedHashMap<>();
        for (String line : lines(path.resolve(GeneratedCode.INDEX))) {
            String[] words = line.split(" ");
            if (words.length == 2) {
                shapes.put(words[0], words[1]);
            }
        }
        return shapes;
    }

    /**
     * A class's file.
     *
     * @param name its qualified name, with dots in front of nested names too
     */
    Optional<byte[]> find(String name) {
        for (String candidate : candidates(name)) {
            Path file = path.resolve(candidate);
            if (Files.isRegularFile(file)) {
                return read(file);
            }
        }
        return Optional.empty();
    }

    /** A file's content; empty when it cannot be read. */
    static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            LOG.debug("{} cannot be read", file, e);
            return Optional.empty();
        }
    }

    /** The files a class may be in: {@code shop/Order.class}, {@code shop$Order.class} for a nested one. */
    static List<String> candidates(String name) {
        List<String> candidates = new ArrayList<>();
        String file = name.replace('.', '/');
        candidates.add(file + ".class");
        for (int slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/')) {
            file = file.substring(0, slash) + "$" + file.substring(slash + 1);
            candidates.add(file + ".class");
        }
        return candidates;
    }

    private static List<String> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            LOG.debug("{} cannot be read", file, e);
            return List.of();
        }
    }
}

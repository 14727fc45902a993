package dev.dataflow.discovery;

import dev.dataflow.model.NodeKind;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds models without generated code in folders. A class is read only when it is not generated and has no generated
 * neighbour, and a limited number of files is looked at, so that opening stays fast whatever lies on the class path.
 */
final class FolderScan {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDiscovery.class);
    private static final String CLASS = ".class";
    private static final String NODES = "Nodes";
    private static final List<String> GENERATED = generated();

    private int toList;
    private int toRead;

    /**
     * A scan.
     *
     * @param toList the most files to list
     * @param toRead the most class files to read
     */
    FolderScan(int toList, int toRead) {
        this.toList = toList;
        this.toRead = toRead;
    }

    private static List<String> generated() {
        List<String> ends = new ArrayList<>(List.of(NODES, "Table", "Draft", "Patch"));
        for (NodeKind kind : NodeKind.values()) {
            ends.add(kind.nodeName(""));
        }
        return List.copyOf(ends);
    }

    /** The qualified names of the models in a folder that have no generated code, sorted. */
    SortedSet<String> models(ClassFolder folder) {
        SortedSet<String> models = new TreeSet<>();
        list(folder.path()).forEach((directory, names) -> {
            for (String name : names) {
                if (mayBeModel(name, names) && isModel(directory.resolve(name + CLASS))) {
                    models.add(qualified(folder.path().relativize(directory), name));
                }
            }
        });
        return models;
    }

    private boolean isModel(Path file) {
        if (toRead-- <= 0) {
            LOG.debug("too many class files to look for models without generated code; {} is not read", file);
            return false;
        }
        return ClassFolder.read(file)
                .map(ClassFile::of)
                .filter(ClassFile::model)
                .isPresent();
    }

    private static boolean mayBeModel(String name, Set<String> neighbours) {
        return !name.endsWith("-info")
                && !neighbours.contains(name.replace('$', '_') + NODES)
                && !isGenerated(outermost(name), neighbours);
    }

    private static String outermost(String name) {
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    private static boolean isGenerated(String name, Set<String> neighbours) {
        for (String suffix : GENERATED) {
            if (name.endsWith(suffix)
                    && neighbours.contains(name.substring(0, name.length() - suffix.length()) + NODES)) {
                return true;
            }
        }
        return false;
    }

    private static String qualified(Path packagePath, String name) {
        String simple = name.replace('$', '.');
        String packageName =
                packagePath.toString().replace(packagePath.getFileSystem().getSeparator(), ".");
        return packageName.isEmpty() ? simple : packageName + "." + simple;
    }

    private Map<Path, Set<String>> list(Path folder) {
        Map<Path, Set<String>> classes = new LinkedHashMap<>();
        Deque<Path> left = new ArrayDeque<>(List.of(folder));
        while (!left.isEmpty()) {
            Path directory = left.pop();
            Set<String> names = new HashSet<>();
            for (String name : names(directory)) {
                if (toList-- <= 0) {
                    return classes;
                }
                if (name.endsWith(CLASS)) {
                    names.add(name.substring(0, name.length() - CLASS.length()));
                } else if (mayBePackage(name)) {
                    Path file = directory.resolve(name);
                    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                        left.push(file);
                    }
                }
            }
            classes.put(directory, names);
        }
        return classes;
    }

    /** Names only, which take a fraction of the time of a stream of paths. */
    private static String[] names(Path directory) {
        String[] names = directory.toFile().list();
        if (names == null) {
            LOG.debug("{} cannot be listed", directory);
            return new String[0];
        }
        return names;
    }

    /** By name, since asking the file system about each of thousands of files would take most of the time. */
    private static boolean mayBePackage(String name) {
        return name.indexOf('.') < 0 && !name.equals("META-INF");
    }
}

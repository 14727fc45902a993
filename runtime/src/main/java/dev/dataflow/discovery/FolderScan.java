package dev.dataflow.discovery;

import dev.dataflow.model.NodeKind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final Set<String> GENERATED = Stream.concat(
                    Stream.of(NODES, "Table", "Draft", "Patch"),
                    Arrays.stream(NodeKind.values()).map(kind -> kind.nodeName("")))
            .collect(Collectors.toUnmodifiableSet());

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
                && !isGenerated(name.split("\\$", 2)[0], neighbours);
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
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    if (toList-- <= 0) {
                        return classes;
                    }
                    String name = file.getFileName().toString();
                    if (name.endsWith(CLASS)) {
                        names.add(name.substring(0, name.length() - CLASS.length()));
                    } else if (mayBePackage(name) && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                        left.push(file);
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                LOG.debug("{} cannot be listed", directory, e);
            }
            classes.put(directory, names);
        }
        return classes;
    }

    /** By name, since asking the file system about each of thousands of files would take most of the time. */
    private static boolean mayBePackage(String name) {
        return name.indexOf('.') < 0 && !name.equals("META-INF");
    }
}

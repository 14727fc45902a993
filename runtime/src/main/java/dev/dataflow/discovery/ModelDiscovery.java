package dev.dataflow.discovery;

import dev.dataflow.error.DataFlowException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds models on a class path whose generated code is missing or no longer fits. It reads files and loads no class.
 * Immutable and thread-safe.
 */
public final class ModelDiscovery {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDiscovery.class);
    private static final int MOST_LISTED = 50_000;
    private static final int MOST_READ = 5_000;

    private final ClassLoader loader;
    private final List<ClassFolder> folders;

    /**
     * Looks where a class loader looks.
     *
     * @param loader the class loader
     */
    public ModelDiscovery(ClassLoader loader) {
        this.loader = loader;
        this.folders = ClassFolder.of(loader);
    }

    /**
     * Checks the generated code that lies in folders of the class path against the classes there.
     *
     * @param models the models in use
     * @throws DataFlowException DF-022 when a model is gone or its fields are others than those it was generated from
     */
    public void checkFresh(Collection<String> models) {
        Set<String> used = new HashSet<>(models);
        ClassShapes shapes = new ClassShapes(loader);
        List<String> gone = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        for (ClassFolder folder : folders) {
            for (Map.Entry<String, String> entry : folder.index().entrySet()) {
                String model = entry.getKey();
                if (!used.contains(model)) {
                    continue;
                }
                byte[] bytes = folder.find(model).orElse(null);
                if (bytes == null) {
                    if (!isElsewhere(model)) {
                        gone.add(model);
                    }
                } else {
                    ClassFile file = ClassFile.any(bytes);
                    if (!file.model() || !shapes.of(file).equals(entry.getValue())) {
                        changed.add(model);
                    }
                }
            }
        }
        if (!gone.isEmpty() || !changed.isEmpty()) {
            throw new DataFlowException(StaleCode.of(gone, changed));
        }
    }

    /**
     * The models in folders of the class path that have no generated code. They are said in the log.
     *
     * @param generated the models that have
     * @return their qualified names, sorted
     * @throws DataFlowException DF-002 when no model has generated code and some should
     */
    public SortedSet<String> withoutCode(Collection<String> generated) {
        FolderScan scan = new FolderScan(MOST_LISTED, MOST_READ);
        SortedSet<String> missing = new TreeSet<>();
        folders.forEach(folder -> missing.addAll(scan.models(folder)));
        generated.forEach(missing::remove);
        if (missing.isEmpty()) {
            return missing;
        }
        if (generated.isEmpty()) {
            throw new DataFlowException(MissingCode.of(missing));
        }
        LOG.warn("{}", MissingCode.of(missing).message());
        return missing;
    }

    /**
     * The error of classes that were named and have no generated code.
     *
     * @param types the classes
     */
    public static DataFlowException missing(Collection<Class<?>> types) {
        List<String> models = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Class<?> type : types) {
            String name = type.getCanonicalName();
            (isModel(type) ? models : others).add(name == null ? type.getName() : name);
        }
        return new DataFlowException(MissingCode.of(models, others));
    }

    private static boolean isModel(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in != null && ClassFile.of(in.readAllBytes()).model();
        } catch (IOException e) {
            return false;
        }
    }

    /** Some builds put classes and resources into different folders. */
    private boolean isElsewhere(String model) {
        return ClassFolder.candidates(model).stream().anyMatch(file -> loader.getResource(file) != null);
    }
}

package dev.dataflow.cli.source;

import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.migrations.descriptor.DescriptorReader;
import dev.dataflow.migrations.descriptor.Models;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds models by their descriptors in folders and jars. No class is loaded, so nothing of the program runs. */
public final class ClassPathModels {

    private static final String FOLDER = "META-INF/dataflow/models/";
    private static final String ENDING = ".json";

    private final List<Path> places;

    /** Models in folders and jars. */
    public ClassPathModels(List<Path> places) {
        this.places = List.copyOf(places);
    }

    /**
     * The models.
     *
     * @throws DataFlowException DF-008 when a place is not there, DF-009 when none has a model, DF-304 when one cannot be
     *     understood
     */
    public Models read() {
        SortedSet<String> names = new TreeSet<>();
        List<URL> urls = new ArrayList<>();
        for (Path place : places) {
            names.addAll(Files.isDirectory(place) ? inFolder(place) : inJar(place));
            urls.add(url(place));
        }
        if (names.isEmpty()) {
            throw none();
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            return Models.read(List.copyOf(names), new DescriptorReader(loader));
        } catch (IOException e) {
            throw FileProblem.unreadable(places.get(0), e);
        }
    }

    private static List<String> inFolder(Path place) {
        Path folder = place.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .toList();
        } catch (IOException e) {
            throw FileProblem.unreadable(folder, e);
        }
    }

    private static List<String> inJar(Path place) {
        if (!Files.exists(place)) {
            throw FileProblem.unreadable(place, new NoSuchFileException(place.toString()));
        }
        try (JarFile jar = new JarFile(place.toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER) && name.endsWith(ENDING))
                    .map(name -> name.substring(FOLDER.length(), name.length() - ENDING.length()))
                    .filter(name -> !name.contains("/"))
                    .toList();
        } catch (IOException e) {
            throw FileProblem.unfit(
                    place,
                    "it is neither a folder nor a jar",
                    "name folders of classes and jars, such as target/classes");
        }
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e); // paths of the default file system have URLs
        }
    }

    private DataFlowException none() {
        return new DataFlowException(new Problem(
                ErrorCode.MODELS_NOT_FOUND,
                "there is no model in "
                        + String.join(", ", places.stream().map(Path::toString).toList()),
                "nothing there lies in " + FOLDER + ", where the dataflow-processor writes descriptors",
                "compile the models with the dataflow-processor, and name the folder of classes, such as"
                        + " target/classes, or the jar"));
    }
}

package dev.dataflow.cli.command;

import dev.dataflow.cli.source.TextFile;
import dev.dataflow.migrations.planfile.SqlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A folder of Flyway's files.
 *
 * @param place its name, as it was given
 * @param folder the folder
 */
record FlywayFolder(String place, Path folder) {

    private static final Pattern FILE = Pattern.compile("V([0-9._]+?)__(.*)\\.sql(\\.conf)?");

    /**
     * Refuses files that would stand over or between those of an earlier plan: Flyway would run both.
     *
     * @param version the version of all files, which those of several groups have before a number of their own
     * @param files the files
     */
    void requireFree(String version, List<SqlFile> files) {
        Set<String> versions =
                files.stream().map(file -> version(file.name())).collect(Collectors.toCollection(TreeSet::new));
        versions.add(normal(version));
        Set<String> names = files.stream().map(file -> name(file.name())).collect(Collectors.toSet());
        List<String> there = TextFile.names(folder).stream()
                .filter(each -> FILE.matcher(each).matches())
                .filter(each -> versions.contains(version(each))
                        || names.contains(name(each)) && version(each).startsWith(normal(version) + "."))
                .sorted()
                .toList();
        if (!there.isEmpty()) {
            throw Misuse.of(
                    "`" + place + "` has files of this version already: `" + String.join("`, `", there) + "`",
                    "Flyway would run them beside those of this plan, and refuses files that changed after it ran them",
                    "give another --sql-version, or take those away that have run nowhere");
        }
    }

    private static String version(String file) {
        return normal(FILE.matcher(file).replaceFirst("$1"));
    }

    private static String name(String file) {
        return FILE.matcher(file).replaceFirst("$2");
    }

    private static String normal(String version) {
        return version.replace('_', '.');
    }
}

package dev.dataflow.processor.name;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Gives out names of one scope; a name already taken gets a trailing {@code _}. Not thread-safe. */
public final class UniqueNames {

    private final Set<String> taken;

    /** A scope in which some names are taken. */
    public UniqueNames(Collection<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** The name wished for, or the nearest that is free. */
    public String claim(String wished) {
        String name = wished;
        while (!taken.add(name)) {
            name += "_";
        }
        return name;
    }
}

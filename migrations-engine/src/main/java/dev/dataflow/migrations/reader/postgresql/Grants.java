package dev.dataflow.migrations.reader.postgresql;

import dev.dataflow.migrations.identifier.Quoting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who may do what with one object, and the statements that lead there from what somebody may who makes it anew. Not thread-safe. */
final class Grants {

    /**
     * One privilege of somebody.
     *
     * @param grantee the role; null for everybody
     * @param own whether the role is the object's owner
     * @param privilege the privilege
     * @param grantable whether the role may give it to others
     */
    record Grant(@Nullable String grantee, boolean own, String privilege, boolean grantable) {

        /** As SQL names it. */
        String role() {
            return grantee == null ? "PUBLIC" : Quoting.DOUBLE_QUOTES.quote(grantee);
        }
    }

    private final Set<String> owner = new TreeSet<>();
    private final Map<String, Map<String, Boolean>> others = new TreeMap<>();

    void add(Grant grant) {
        if (grant.own()) {
            owner.add(grant.privilege());
        } else {
            others.computeIfAbsent(grant.role(), role -> new TreeMap<>())
                    .merge(grant.privilege(), grant.grantable(), Boolean::logicalOr);
        }
    }

    /**
     * What leads from an object that was just made to one with these grants.
     *
     * @param object the object, as GRANT names it
     * @param anew the grants of an object that is just made
     * @param maker who makes it, and is its owner until another one is
     */
    List<String> statements(String object, Grants anew, String maker) {
        List<String> statements = new ArrayList<>();
        Set<String> missing = new TreeSet<>(anew.owner);
        missing.removeAll(owner);
        if (!missing.isEmpty()) {
            statements.add("REVOKE " + String.join(", ", missing) + " ON " + object + " FROM CURRENT_USER");
        }
        Map<String, Map<String, Boolean>> there = new TreeMap<>(anew.others);
        anew.others.forEach((role, privileges) -> {
            if (!privileges.equals(others.get(role))) {
                statements.add("REVOKE ALL ON " + object + " FROM " + role);
                there.remove(role);
            }
        });
        others.forEach((role, privileges) -> {
            if (!there.containsKey(role) && !role.equals(Quoting.DOUBLE_QUOTES.quote(maker))) {
                statements.addAll(granted(role, privileges, " ON " + object + " TO "));
            }
        });
        return statements;
    }

    /** What a maker gets back who is no owner any more. */
    List<String> ofMaker(String object, String maker) {
        String role = Quoting.DOUBLE_QUOTES.quote(maker);
        return granted(role, others.getOrDefault(role, Map.of()), " ON " + object + " TO ");
    }

    /** The statements for one column of an object. */
    List<String> columnStatements(String column, String object) {
        List<String> statements = new ArrayList<>();
        String of = " (" + Quoting.DOUBLE_QUOTES.quote(column) + ")";
        others.forEach((role, privileges) -> {
            Map<String, Boolean> named = new LinkedHashMap<>();
            privileges.forEach((privilege, grantable) -> named.put(privilege + of, grantable));
            statements.addAll(granted(role, named, " ON " + object + " TO "));
        });
        return statements;
    }

    private static List<String> granted(String role, Map<String, Boolean> privileges, String on) {
        List<String> statements = new ArrayList<>();
        for (boolean grantable : List.of(false, true)) {
            List<String> some = privileges.entrySet().stream()
                    .filter(entry -> entry.getValue() == grantable)
                    .map(Map.Entry::getKey)
                    .toList();
            if (!some.isEmpty()) {
                statements.add(
                        "GRANT " + String.join(", ", some) + on + role + (grantable ? " WITH GRANT OPTION" : ""));
            }
        }
        return statements;
    }
}

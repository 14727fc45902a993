package dev.dataflow.benchmarks.work;

import java.util.List;

/**
 * What a change makes of the table.
 *
 * @param name what it is
 * @param a the definition of the column {@code a}
 * @param constraint what else stands in the table
 * @param index whether there is an index more
 */
record WorkChange(String name, String a, String constraint, boolean index) {

    static final WorkChange NONE = new WorkChange("none", "int", "", false);

    static final List<WorkChange> ALL = List.of(
            new WorkChange("NOT NULL", "int NOT NULL", "", false),
            new WorkChange("type", "bigint", "", false),
            new WorkChange("index", "int", "", true),
            new WorkChange("check", "int", ", CONSTRAINT fits CHECK (c >= 0)", false),
            new WorkChange(
                    "foreign key", "int", ", CONSTRAINT of_parent FOREIGN KEY (p) REFERENCES parents (id)", false));
}

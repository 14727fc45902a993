package dev.dataflow.processor.problem;

import static dev.dataflow.processor.problem.Level.BLOCKING;
import static dev.dataflow.processor.problem.Level.ERROR;
import static dev.dataflow.processor.problem.Level.WARNING;

import java.util.Locale;

/**
 * The catalogue of what can be wrong with a model. Several problems may share a code, which has one page of
 * documentation.
 */
public enum ModelProblem {
    /** Of: model. */
    NO_KEY(
            "VAL-002",
            BLOCKING,
            "%1$s has no primary key",
            "rows are read, changed and deleted by their key",
            "add a component `Long id`, or put @Id on the component that is the key"),
    /** Of: model, key. */
    KEY_NAME(
            "VAL-003",
            WARNING,
            "the key of %1$s is named `%2$s`",
            "a single key is called `id` everywhere else, in maps, workflows and SQL",
            "rename it to `id`, or keep it with @SuppressWarnings(\"VAL-003\")"),
    /** Of: component, managed column, annotation, option. */
    MANAGED_NAME(
            "VAL-004",
            BLOCKING,
            "component `%1$s` has the name of the managed column `%2$s`",
            "the runtime adds `%2$s` to the table and fills it",
            "put @%3$s on it to read the managed column, rename it, or switch it off with @Model(%4$s)"),
    /** Of: component, computed column. */
    COMPUTED_NAME(
            "VAL-004",
            BLOCKING,
            "component `%1$s` has the name of the column `%2$s` that MySQL and MariaDB compute",
            "unique keys of models with softDelete end with `%2$s` there, to leave deleted rows out",
            "rename it, or its column with @Column"),
    /** Of: component, annotation, type, type of the column. */
    MANAGED_TYPE(
            "VAL-004",
            BLOCKING,
            "@%2$s component `%1$s` is a %3$s",
            "the managed column is a %4$s",
            "declare it as %4$s"),
    /** Of: component, annotation, managed column, option. */
    MANAGED_OFF(
            "VAL-004",
            BLOCKING,
            "@%2$s component `%1$s` surfaces a column that is switched off",
            "`%3$s` is in the table of models with %4$s only",
            "write @Model(%4$s), or remove the annotation"),
    /** Of: component, managed column. */
    MANAGED_TWICE(
            "VAL-004",
            BLOCKING,
            "component `%1$s` surfaces `%2$s` once more",
            "one component stands for one column",
            "keep one of the annotations"),
    /** Of: component, type. */
    UNSUPPORTED_TYPE(
            "VAL-005",
            BLOCKING,
            "component `%1$s` has type %2$s, which cannot be a column",
            "a column holds what every database can store without loss",
            "use one of: boolean, byte, short, int, long, float, double and their boxed forms, BigDecimal, BigInteger,"
                    + " String, byte[], UUID, an enum, Instant, OffsetDateTime, LocalDate, LocalTime, LocalDateTime,"
                    + " Duration, List<String>, List<Long>; or store it as JSON with @Json, or as one of these with @Convert"),
    /** Of: component, type. */
    HIDDEN_TYPE(
            "VAL-005",
            BLOCKING,
            "component `%1$s` has type %2$s, which is private",
            "generated classes stand beside the model and cannot name it",
            "make the type package-private or public"),
    /** Of: component. */
    NAME_IN_MAPS(
            "VAL-006",
            ERROR,
            "component `%1$s` has a name that the nodes themselves use",
            "nodes put `found`, `updated`, `deleted`, `record`, `created` and `action` beside the fields in their outputs",
            "rename the component"),
    /** Of: component, column. */
    COLUMN_IN_MAPS(
            "VAL-006",
            ERROR,
            "component `%1$s` has column name `%2$s`, which the nodes themselves use",
            "nodes put `found`, `updated`, `deleted`, `record`, `created` and `action` beside the fields in their outputs",
            "choose another column name"),
    /** Of: component. */
    DOLLAR_NAME(
            "VAL-006",
            ERROR,
            "component `%1$s` starts with `$`",
            "filters take names that start with `$` for operators",
            "rename the component"),
    /** Of: component, other component, column. */
    COLUMN_TWICE(
            "VAL-006",
            BLOCKING,
            "component `%1$s` has the column of component `%2$s`",
            "both are stored as `%3$s`, and databases do not tell columns apart by case",
            "rename one of them, or name its column with @Column(\"…\")"),
    /** Of: key. */
    ID_NOT_KEY(
            "VAL-006",
            ERROR,
            "component `id` is not the key",
            "in maps `id` is the key, which here is `%1$s`",
            "rename the component, or make it the key"),
    /** Of: component, parts of the key. */
    ID_IN_KEY(
            "VAL-006",
            ERROR,
            "component `%1$s` is called `id` in maps, which is the whole key",
            "the key has the parts `%2$s`, and in maps `id` holds all of them",
            "rename the component, or name its column with @Column(\"…\")"),
    /** Of: component, other component. */
    NAME_OF_COLUMN(
            "VAL-006",
            ERROR,
            "component `%1$s` has the name of another component's column",
            "in maps both names work, and `%1$s` would mean two fields: it is the column of `%2$s`",
            "rename the component, or give the column another name"),
    /** Of: component, what generated code would need. */
    NAME_OF_METHOD(
            "VAL-006",
            BLOCKING,
            "component `%1$s` has the name of a method that every object has",
            "generated code would need %2$s, which Java does not take",
            "rename the component, and keep the name of its column with @Column(\"…\")"),
    /** Of: class, model. */
    CLASS_EXISTS(
            "VAL-006",
            BLOCKING,
            "class %1$s exists already",
            "the processor writes a class of that name for %2$s",
            "rename your class or the model; under ecj, where it is left from an earlier build, clear the output folder"),
    /** Of: model. */
    TYPE_NAMING(
            "VAL-007",
            WARNING,
            "model `%1$s` is not in UpperCamelCase",
            "the names of its table and generated classes are derived from it",
            "rename it, or keep it with @SuppressWarnings(\"VAL-007\")"),
    /** Of: component. */
    COMPONENT_NAMING(
            "VAL-007",
            WARNING,
            "component `%1$s` is not in lowerCamelCase",
            "the names of its column and constant are derived from it",
            "rename it and give the column its name with @Column(\"%1$s\"), or keep it with @SuppressWarnings(\"VAL-007\")"),
    /** Of: path. */
    CIRCULAR_REQUIREMENT(
            "VAL-008",
            ERROR,
            "no row can be the first: %1$s need each other",
            "each of these references is NOT NULL, so each row needs one that exists already",
            "make one of the references nullable with @Nullable"),
    /** Of: target, suggestion, models. */
    TARGET_NOT_MODEL(
            "VAL-009",
            BLOCKING,
            "the reference's target, %1$s, is no @Model; %2$s",
            "a reference holds the key of another model's row; models in this build: %3$s",
            "reference a model, or annotate %1$s with @Model"),
    /** Of: component. */
    SET_NULL_OF_REQUIRED(
            "VAL-010",
            WARNING,
            "component `%1$s` is NOT NULL, but onDelete = SET_NULL makes it NULL",
            "when the row it points to is deleted, no NULL could be written into it, so the delete would fail",
            "declare it with @Nullable, or choose another onDelete"),
    /** Of: name. */
    INVERSE_NAMING(
            "VAL-010",
            WARNING,
            "the way back `%1$s` is not named like a component",
            "includes and filters name it beside the components",
            "write it in lowerCamelCase, or keep it with @SuppressWarnings(\"VAL-010\")"),
    /** Of: component, its size, target, the key's size. */
    REFERENCE_SIZE(
            "VAL-010",
            WARNING,
            "component `%1$s` is a column of %2$s, but the key of %3$s is one of %4$s",
            "it holds the keys of %3$s: longer ones would be refused, and room for more is never used",
            "write @Column(%4$s)"),
    /** Of: table, model, other model. */
    TABLE_TWICE(
            "VAL-011",
            BLOCKING,
            "table `%1$s` belongs to %2$s and to %3$s",
            "each model has its own table, and databases do not always tell names apart by case",
            "name one of the tables with @Model(table = \"…\")"),
    /** Of: component, its type, target, the key's type. */
    REFERENCE_TYPE(
            "VAL-012",
            BLOCKING,
            "component `%1$s` is a %2$s, but the key of %3$s is a %4$s",
            "a reference holds the key of another model's row",
            "declare the component as %4$s"),
    /** Of: feature, what to do. */
    LATER(
            "VAL-013",
            BLOCKING,
            "%1$s: not available yet",
            "it is part of the vocabulary, but this release would not act on it",
            "%2$s"),
    /** Of: literal, component, type, reason, what to do. */
    DEFAULT_LITERAL("VAL-014", BLOCKING, "\"%1$s\" is no default for component `%2$s` of type %3$s", "%4$s", "%5$s"),
    /** Of: component, reason. */
    DEFAULT_PLACE("VAL-014", BLOCKING, "component `%1$s` cannot have a default", "%2$s", "remove @Default"),
    /** Of: name, bytes, option. */
    NAME_LENGTH(
            "VAL-015",
            BLOCKING,
            "the name `%1$s` is %2$s bytes long",
            "PostgreSQL cuts names after 63 bytes, so two could become one",
            "shorten it, or give a shorter one with %3$s"),
    /** Of: name. */
    NAME_FORM(
            "VAL-015",
            BLOCKING,
            "\"%1$s\" is no name for a table, column or constraint",
            "it is blank, or holds control characters, or space at its ends",
            "write a plain name"),
    /** Of: what, reason, what to do. */
    OPTION("VAL-016", BLOCKING, "%1$s", "%2$s", "%3$s"),
    /** Of: field, model, suggestion. */
    INDEX_FIELD(
            "VAL-017",
            BLOCKING,
            "the index names `%1$s`, which is no component of %2$s; %3$s",
            "an index is over components, by name",
            "write the name of a component"),
    /** Of: what, reason. */
    INDEX("VAL-017", BLOCKING, "%1$s", "%2$s", "remove what is too much"),
    /** Of: relation, other use. */
    RELATION_NAME(
            "VAL-018",
            BLOCKING,
            "the relation `%1$s` has the name of %2$s",
            "filters and includes name relations, components and the way back alike",
            "rename the component or the inverse"),
    /** Of: name. */
    INVERSE_FORM(
            "VAL-018",
            BLOCKING,
            "\"%1$s\" is no name for a relation",
            "the way back is used like a component's name",
            "write a Java identifier in lowerCamelCase"),
    /** Of: model, what it is. */
    NOT_A_MODEL(
            "VAL-019",
            BLOCKING,
            "%1$s is %2$s",
            "a model is a type whose instances are rows",
            "put @Model on a record or class that others of its package can name and make"),
    /** Of: option, value, what is valid. */
    PROCESSOR_OPTION(
            "VAL-020",
            BLOCKING,
            "the processor option %1$s has the value \"%2$s\"",
            "it would be ignored",
            "write %3$s"),
    /** Of: name, model. */
    UNRESOLVED(
            "VAL-021",
            BLOCKING,
            "%1$s is not known to the compiler, so nothing is generated for %2$s",
            "no class of that name is on the class path, and no processor has generated one",
            "correct the name or the import; errors about generated classes of %2$s follow from this one"),
    /** Of: component, generation, model. */
    KEY_PART_GENERATION(
            "VAL-030",
            BLOCKING,
            "component `%1$s` is a part of the key of %3$s and cannot be %2$s",
            "a composite key comes from the caller, who knows all its parts",
            "remove the generation, or make `%1$s` the whole key and the others an @Index(unique = true)"),
    /** Of: component, target, the parts of its key. */
    REFERENCE_COMPOSITE(
            "VAL-031",
            BLOCKING,
            "component `%1$s` references %2$s, whose key has several parts",
            "one component holds one value, and the key of %2$s is `%3$s`",
            "remove @References and keep the parts as plain components, or give %2$s a single key and an"
                    + " @Index(unique = true) over these"),
    /** Of: component, model. */
    KEY_PART_NULL(
            "VAL-032",
            BLOCKING,
            "component `%1$s` is a part of the key of %2$s and cannot be null",
            "rows are found by all parts of their key",
            "remove @Nullable, or leave `%1$s` out of the key"),
    /** Of: model, parts, most parts. */
    KEY_PARTS(
            "VAL-033",
            BLOCKING,
            "the key of %1$s has %2$s parts",
            "MySQL takes at most %3$s columns in a key",
            "give it a single key, and keep what must be unique in an @Index(unique = true)"),
    /** Of: component, column, other component. */
    OFFSET_COLUMN(
            "VAL-035",
            BLOCKING,
            "component `%3$s` has the column `%2$s`, which component `%1$s` needs",
            "an OffsetDateTime is stored as an instant and, in a second column, its offset",
            "name the column of one of them with @Column(\"…\")"),
    /** Of: component, type, reason. */
    JSON_PLACE(
            "VAL-040",
            BLOCKING,
            "@Json on component `%1$s` of type %2$s",
            "%3$s",
            "remove @Json, write the type arguments, or use Jackson's JsonNode for JSON of any shape"),
    /** Of: component, type, reason. */
    CONVERSION(
            "VAL-041",
            BLOCKING,
            "@Convert on component `%1$s` of type %2$s",
            "%3$s",
            "use a record of one component, a class with of, valueOf, parse or a constructor and value(), or a ValueConverter"),
    /** Of: component, type. */
    COLLATION_TYPE(
            "VAL-042",
            BLOCKING,
            "a collation on component `%1$s` of type %2$s",
            "only text is compared by a collation: String, or a type that is converted to it",
            "remove it"),
    /** Of: component, target. */
    REFERENCE_COLLATION(
            "VAL-043",
            BLOCKING,
            "component `%1$s` has another collation than the key of %2$s",
            "it holds the keys of %2$s, and MySQL refuses a foreign key whose columns are compared otherwise",
            "leave the collation out, then it is that of the key, or say the same as there"),
    /** Of: what, why, what to do. */
    COLLATION("VAL-044", BLOCKING, "%1$s", "%2$s", "%3$s"),
    /** Of: module, service, class. */
    MODULE_PROVIDES(
            "VAL-050",
            WARNING,
            "module `%1$s` does not provide its models",
            "in a module the files of META-INF/services are ignored, so DataFlow.open would not find them",
            "add to module-info.java: provides %2$s with %3$s;"),
    /** Of: model, properties, what to do. */
    NO_CONSTRUCTOR(
            "VAL-022",
            BLOCKING,
            "%1$s has no constructor that rows can be read with",
            "a class needs one without parameters, or one whose parameters are its properties by name and type: %2$s",
            "%3$s"),
    /** Of: property, type. */
    UNREADABLE(
            "VAL-023",
            BLOCKING,
            "property `%1$s` cannot be read",
            "no method getX(), isX() or x() that gives a %2$s, nor the field itself, can be used by classes of the package",
            "add a getter, make the field package-private, or transient if it is no column"),
    /** Of: property, type. */
    UNWRITABLE(
            "VAL-024",
            BLOCKING,
            "property `%1$s` cannot be written",
            "instances are made without arguments, but no method setX(%2$s) or x(%2$s), nor the field itself, can be used",
            "add a setter, or a constructor that takes all properties, or make the field transient if it is no column"),
    /** Of: annotation, component. */
    CONTRADICTION(
            "VAL-025",
            BLOCKING,
            "@%1$s on `%2$s` contradicts another one",
            "annotations count on field, component and accessor alike, so two must say the same",
            "keep one of them"),
    /** Of: model. */
    GENERIC(
            "VAL-026",
            BLOCKING,
            "%1$s has type parameters",
            "a table's columns have one type each",
            "write one model for each type it is used with; a superclass may be generic"),
    /** Of: annotation, member. */
    MISPLACED(
            "VAL-027",
            BLOCKING,
            "@%1$s on `%2$s` has no effect",
            "the member is no property: a static or transient field, or no accessor of a field",
            "move the annotation to the property's field or getter, or remove it"),
    /** Of: model. */
    ONLY_BUILDER(
            "VAL-028",
            BLOCKING,
            "Lombok makes only a builder for %1$s",
            "rows are read with a constructor or setters, and written from getters",
            "add @Getter and @AllArgsConstructor beside the builder, or use @Value or @Data"),
    /** Of: component, model, target. */
    CASCADE_REMOVES(
            "VAL-075",
            BLOCKING,
            "component `%1$s` cascades deletes of %3$s, which are soft, into %2$s, whose rows would be removed",
            "a restored %3$s would come back without the rows that went with it",
            "write @Model(softDelete = true) on %2$s too, or choose another onDelete"),
    /** Of: name, what it was before, what it was, too. */
    RENAMED_TWICE(
            "VAL-076",
            BLOCKING,
            "the former name `%1$s` belongs to %2$s and to %3$s",
            "one column or table has one name now, so only one of them can be what was named `%1$s`",
            "keep it in one of them"),
    /** Of: name, what was renamed, what has the name now. */
    RENAMED_EXISTING(
            "VAL-077",
            BLOCKING,
            "%2$s was renamed from `%1$s`, which %3$s is named now",
            "while something of that name is wanted, what is there of that name cannot become another",
            "remove the former name once all databases have been changed, or give %3$s another name"),
    /** Of: what was renamed, name. */
    RENAMED_NAME(
            "VAL-078",
            BLOCKING,
            "%1$s cannot have been renamed from `%2$s`",
            "a name is neither empty nor longer than 63 bytes, and has no spaces around it and no control characters",
            "write the name as the database has it"),
    /** Of: table, model, other model, what it has to do with the table. */
    RENAMED_TABLE(
            "VAL-079",
            BLOCKING,
            "the table of %2$s was renamed from `%1$s`, which %4$s %3$s",
            "rows of one table become those of one model",
            "remove `%1$s` from @RenamedFrom of one of them"),
    /** Of: component, model, target. */
    SHARED_REFERENCE(
            "VAL-090",
            BLOCKING,
            "component `%1$s` of %2$s, whose rows all tenants share, references %3$s, whose rows belong to tenants",
            "every tenant would see which row of one tenant it points to",
            "write @Model(multiTenant = true) on %2$s too, or remove @References"),
    /** Of: what happened. */
    INTERNAL(
            "VAL-900",
            BLOCKING,
            "the DataFlow processor failed: this is a bug in it",
            "%1$s",
            "report it with this text and the model");

    private final String code;
    private final Level level;
    private final String what;
    private final String why;
    private final String fix;

    ModelProblem(String code, Level level, String what, String why, String fix) {
        this.code = code;
        this.level = level;
        this.what = what;
        this.why = why;
        this.fix = fix;
    }

    /** The code that names it in messages and documentation. */
    public String code() {
        return code;
    }

    /** How bad it is. */
    public Level level() {
        return level;
    }

    /** The message: a first line that is complete by itself, then why and how to fix it, which javac indents. */
    public String text(Object... arguments) {
        return String.format(Locale.ROOT, "[" + code + "] " + what + "\nwhy: " + why + "\nfix: " + fix, arguments);
    }
}

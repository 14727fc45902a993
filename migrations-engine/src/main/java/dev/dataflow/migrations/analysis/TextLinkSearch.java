package dev.dataflow.migrations.analysis;

import dev.dataflow.config.DatabaseEngine;
import dev.dataflow.config.EngineFamily;
import dev.dataflow.migrations.schema.MaterialisedView;
import dev.dataflow.migrations.schema.Policy;
import dev.dataflow.migrations.schema.Routine;
import dev.dataflow.migrations.schema.Rule;
import dev.dataflow.migrations.schema.Schema;
import dev.dataflow.migrations.schema.Table;
import dev.dataflow.migrations.schema.Trigger;
import dev.dataflow.migrations.schema.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what depends on a table, a view or a column by a text: views, triggers, policies, rules and routines. */
final class TextLinkSearch {

    private final Schema schema;
    private final SchemaNames names;
    private final TextSearch texts;
    private final boolean postgres;

    TextLinkSearch(Schema schema, SchemaNames names, TextSearch texts) {
        this.schema = schema;
        this.names = names;
        this.texts = texts;
        postgres = schema.engine() == DatabaseEngine.POSTGRESQL;
    }

    /**
     * What mentions a table, a view or a column.
     *
     * @param table the name of the table or view
     * @param column the column; null for all of it
     */
    List<Link> of(String table, @Nullable String column) {
        List<Link> links = new ArrayList<>();
        for (View view : schema.views()) {
            add(
                    links,
                    ObjectKind.VIEW,
                    view.name(),
                    null,
                    Tie.DEFINITION,
                    use(view.definition(), table, column, false, false));
            boolean own = names.isTable(view.name(), table);
            view.triggers().forEach(trigger -> trigger(links, view.name(), trigger, table, column, own));
            view.rules().forEach(rule -> rule(links, view.name(), rule, table, column, own));
        }
        for (MaterialisedView view : schema.materialisedViews()) {
            add(
                    links,
                    ObjectKind.MATERIALISED_VIEW,
                    view.name(),
                    null,
                    Tie.DEFINITION,
                    use(view.definition(), table, column, false, false));
        }
        for (Table each : schema.tables()) {
            boolean own = names.isTable(each.name(), table);
            each.triggers().forEach(trigger -> trigger(links, each.name(), trigger, table, column, own));
            each.rules().forEach(rule -> rule(links, each.name(), rule, table, column, own));
            each.policies().forEach(policy -> policy(links, each.name(), policy, table, column, own));
        }
        schema.routines().forEach(routine -> routine(links, routine, table, column));
        return links;
    }

    /** What calls a routine: triggers, views, other routines. */
    List<Link> callers(String routine) {
        List<Link> links = new ArrayList<>();
        for (Table table : schema.tables()) {
            for (Trigger trigger : table.triggers()) {
                if (texts.calls(trigger.definition(), routine)) {
                    links.add(new Link(
                            ObjectKind.TRIGGER, trigger.name(), table.name(), Tie.DEFINITION, Certainty.CATALOG));
                }
            }
        }
        for (View view : schema.views()) {
            if (texts.calls(view.definition(), routine)) {
                links.add(new Link(ObjectKind.VIEW, view.name(), null, Tie.DEFINITION, Certainty.CATALOG));
            }
        }
        for (Routine other : schema.routines()) {
            if (!other.name().equals(routine) && texts.calls(other.definition(), routine)) {
                links.add(new Link(ObjectKind.ROUTINE, signature(other), null, Tie.BODY, Certainty.TEXT));
            }
        }
        return links;
    }

    private @Nullable Certainty use(
            @Nullable String text, String table, @Nullable String column, boolean own, boolean body) {
        return column == null ? texts.table(text, table, body) : texts.column(text, table, column, own, body);
    }

    private void trigger(
            List<Link> links, String on, Trigger trigger, String table, @Nullable String column, boolean own) {
        Certainty use = use(trigger.definition(), table, column, own, !postgres);
        if (use != null) {
            add(links, ObjectKind.TRIGGER, trigger.name(), on, postgres ? Tie.DEFINITION : Tie.BODY, use);
        } else if (own && column == null) {
            add(links, ObjectKind.TRIGGER, trigger.name(), on, Tie.PART, Certainty.CATALOG);
        }
    }

    private void rule(List<Link> links, String on, Rule rule, String table, @Nullable String column, boolean own) {
        Certainty use = use(rule.definition(), table, column, own, false);
        if (own && column == null) {
            add(links, ObjectKind.RULE, rule.name(), on, Tie.PART, Certainty.CATALOG);
        } else {
            add(links, ObjectKind.RULE, rule.name(), on, Tie.DEFINITION, use);
        }
    }

    private void policy(
            List<Link> links, String on, Policy policy, String table, @Nullable String column, boolean own) {
        String text = policy.using() + " " + policy.check();
        if (own && column == null) {
            add(links, ObjectKind.POLICY, policy.name(), on, Tie.PART, Certainty.CATALOG);
        } else {
            add(links, ObjectKind.POLICY, policy.name(), on, Tie.DEFINITION, use(text, table, column, own, false));
        }
    }

    /** A body that PostgreSQL has read is tied by the catalog, and so are types in a head; all other bodies are texts. */
    private void routine(List<Link> links, Routine routine, String table, @Nullable String column) {
        String definition = routine.definition();
        if (!texts.has(definition, column == null ? table : column)) {
            return;
        }
        RoutineText text = RoutineText.of(schema.engine(), routine);
        boolean isTyped = column == null && texts.hasType(text.head(), table);
        if (isTyped || text.isRead() && use(definition, table, column, false, false) != null) {
            add(links, ObjectKind.ROUTINE, signature(routine), null, Tie.DEFINITION, Certainty.CATALOG);
        }
        boolean fired = postgres && column != null && isFiredBy(routine, table);
        if (!text.isRead() && use(text.body(), table, column, fired, true) != null) {
            add(links, ObjectKind.ROUTINE, signature(routine), null, Tie.BODY, Certainty.TEXT);
        }
    }

    private boolean isFiredBy(Routine routine, String table) {
        return names.find(table).stream()
                .flatMap(each -> each.triggers().stream())
                .anyMatch(trigger -> texts.calls(trigger.definition(), routine.name()));
    }

    private String signature(Routine routine) {
        return schema.engine().family() == EngineFamily.POSTGRESQL
                ? routine.name() + "(" + routine.arguments() + ")"
                : routine.name();
    }

    private static void add(
            List<Link> links,
            ObjectKind kind,
            String name,
            @Nullable String table,
            Tie tie,
            @Nullable Certainty certainty) {
        if (certainty != null) {
            links.add(new Link(kind, name, table, tie, certainty));
        }
    }
}

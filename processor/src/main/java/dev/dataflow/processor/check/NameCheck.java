package dev.dataflow.processor.check;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Unique;
import dev.dataflow.model.DatabaseName;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.source.AnnotationSource;
import java.nio.charset.StandardCharsets;

/** Names in the database: each is one, and short enough. */
final class NameCheck implements ModelCheck {

    @Override
    public void check(Subject subject, Findings findings) {
        AnnotationSource model = subject.source().model();
        Place table =
                model.has("table") ? model.place("table") : subject.source().place();
        check(findings, table, subject.model().table(), "@Model(table = \"…\")");
        model.name("schema")
                .ifPresent(schema -> check(findings, model.place("schema"), schema, "@Model(schema = \"…\")"));
        for (Component component : subject.components()) {
            check(
                    findings,
                    component.source().place(Column.class, "value"),
                    component.column().column(),
                    "@Column(\"…\")");
            component.column().offset().ifPresent(offset -> offset(subject, component, offset, findings));
            component
                    .source()
                    .find(Unique.class)
                    .ifPresent(unique -> unique.name("name")
                            .ifPresent(name -> check(findings, unique.place("name"), name, "@Unique(name = \"…\")")));
        }
        for (AnnotationSource index : subject.source().indexes()) {
            index.name("name").ifPresent(name -> check(findings, index.place("name"), name, "@Index(name = \"…\")"));
        }
    }

    /** The second column of a component of two needs a name that is free and short enough, too. */
    private static void offset(Subject subject, Component component, String offset, Findings findings) {
        Place place = component.source().place(Column.class, "value");
        if (!DatabaseName.fits(offset) && DatabaseName.fits(component.column().column())) {
            int bytes = offset.getBytes(StandardCharsets.UTF_8).length;
            findings.report(ModelProblem.NAME_LENGTH, place, offset, bytes, "@Column(\"…\")");
        }
        subject.model().columns().stream()
                .filter(column -> column.column().equalsIgnoreCase(offset))
                .forEach(column ->
                        findings.report(ModelProblem.OFFSET_COLUMN, place, component.name(), offset, column.name()));
    }

    private static void check(Findings findings, Place place, String name, String option) {
        if (name.isBlank() || !name.equals(name.strip()) || name.chars().anyMatch(Character::isISOControl)) {
            findings.report(ModelProblem.NAME_FORM, place, name);
        } else if (!DatabaseName.fits(name)) {
            int bytes = name.getBytes(StandardCharsets.UTF_8).length;
            findings.report(ModelProblem.NAME_LENGTH, place, name, bytes, option);
        }
    }
}

package dev.dataflow.processor.check;

import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import dev.dataflow.model.LogicalType;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.derive.ManagedColumns;
import dev.dataflow.processor.name.NearestName;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.problem.Place;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.Argument;
import dev.dataflow.processor.source.ComponentSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Indexes and unique keys: over components there are, once each. */
final class IndexCheck implements ModelCheck {

    @Override
    public void check(Subject subject, Findings findings) {
        Set<List<String>> uniques = new HashSet<>();
        Set<List<String>> plain = new HashSet<>();
        for (Component component : subject.components()) {
            if (component.source().has(Unique.class)) {
                uniques.add(List.of(component.name()));
                deleted(subject, component, findings);
                indexable(component, component.source().place(Unique.class), findings);
            } else if (component.source().has(References.class)) {
                indexable(component, component.source().place(References.class), findings);
            }
        }
        for (AnnotationSource index : subject.source().indexes()) {
            fields(subject, index, findings);
            List<String> fields = index.texts("fields");
            Set<List<String>> seen = index.flag("unique") ? uniques : plain;
            if (!fields.isEmpty() && !seen.add(fields)) {
                report(
                        findings,
                        index,
                        "an index over " + NearestName.list(fields) + " once more",
                        "it is there already");
            }
            if (!fields.isEmpty()
                    && fields.equals(subject.key().stream().map(Component::name).toList())) {
                report(findings, index, "an index over the key alone", "the key has one already");
            }
        }
    }

    private static void deleted(Subject subject, Component component, Findings findings) {
        component
                .source()
                .find(Unique.class)
                .filter(unique -> unique.flag("includeDeleted") && !ManagedColumns.isSoftDeleted(subject.source()))
                .ifPresent(unique -> findings.report(
                        ModelProblem.OPTION,
                        unique.place("includeDeleted"),
                        "@Unique(includeDeleted = true) on `" + component.name() + "` of a model without softDelete",
                        "its deleted rows are gone, so there is nothing to include",
                        "write @Model(softDelete = true), or leave includeDeleted out"));
    }

    private static void fields(Subject subject, AnnotationSource index, Findings findings) {
        if (index.list("fields").isEmpty()) {
            report(findings, index, "an index over nothing", "it needs components to be over");
        }
        List<String> names = subject.source().components().stream()
                .map(ComponentSource::name)
                .toList();
        Set<String> seen = new HashSet<>();
        for (Argument field : index.list("fields")) {
            String name = (String) field.value();
            if (!names.contains(name)) {
                findings.report(
                        ModelProblem.INDEX_FIELD,
                        field.place(),
                        name,
                        subject.name(),
                        NearestName.suggest(name, names));
            } else if (!seen.add(name)) {
                findings.report(
                        ModelProblem.INDEX,
                        field.place(),
                        "the index names `" + name + "` twice",
                        "the second adds nothing");
            }
            subject.components().stream()
                    .filter(component -> component.name().equals(name))
                    .forEach(component -> indexable(component, field.place(), findings));
        }
    }

    private static void indexable(Component component, Place place, Findings findings) {
        LogicalType logical = component.column().logical();
        if (logical != null && logical.isComposite()) {
            findings.report(
                    ModelProblem.OPTION,
                    place,
                    "component `" + component.name() + "` of type " + component.typeName()
                            + " cannot be unique, indexed or a reference",
                    "not every database can index JSON and lists",
                    "keep what you look for in a component of its own, and index that");
        } else if (logical == LogicalType.BYTES) {
            findings.report(
                    ModelProblem.OPTION,
                    place,
                    "component `" + component.name() + "` of type byte[] cannot be unique, indexed or a reference",
                    "not every database can index bytes",
                    "store a hash of them in a String, and index that");
        }
    }

    private static void report(Findings findings, AnnotationSource index, String what, String why) {
        findings.report(ModelProblem.INDEX, index.place("fields"), what, why);
    }
}

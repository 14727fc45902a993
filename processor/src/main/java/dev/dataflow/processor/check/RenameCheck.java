package dev.dataflow.processor.check;

import dev.dataflow.annotations.RenamedFrom;
import dev.dataflow.model.DatabaseName;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.model.GeneratedColumn;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.AnnotationSource;
import dev.dataflow.processor.source.Argument;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Former names: each is one, belongs to one thing, and to nothing that is there. */
final class RenameCheck implements ModelCheck {

    @Override
    public void check(Subject subject, Findings findings) {
        subject.source()
                .renamedFrom()
                .ifPresent(renamed -> former(
                        renamed,
                        "the table of " + subject.name(),
                        Map.of(key(subject.model().table()), "this table"),
                        new HashMap<>(),
                        findings));
        Map<String, String> present = new HashMap<>();
        subject.model()
                .columns()
                .forEach(column -> names(column)
                        .forEach(name -> present.putIfAbsent(key(name), "the column of `" + column.name() + "`")));
        Map<String, String> seen = new HashMap<>();
        for (Component component : subject.components()) {
            component
                    .source()
                    .find(RenamedFrom.class)
                    .ifPresent(renamed ->
                            former(renamed, "component `" + component.name() + "`", present, seen, findings));
        }
    }

    private static void former(
            AnnotationSource renamed,
            String owner,
            Map<String, String> present,
            Map<String, String> seen,
            Findings findings) {
        if (renamed.list("value").isEmpty()) {
            findings.report(ModelProblem.RENAMED_NAME, renamed.place("value"), owner, "");
        }
        for (Argument argument : renamed.list("value")) {
            String name = (String) argument.value();
            if (!isName(name)) {
                findings.report(ModelProblem.RENAMED_NAME, argument.place(), owner, name);
                continue;
            }
            String existing = present.get(key(name));
            if (existing != null) {
                findings.report(ModelProblem.RENAMED_EXISTING, argument.place(), name, owner, existing);
            }
            String other = seen.putIfAbsent(key(name), owner);
            if (other != null) {
                findings.report(
                        ModelProblem.RENAMED_TWICE,
                        argument.place(),
                        name,
                        other,
                        other.equals(owner) ? "it once more" : owner);
            }
        }
    }

    private static List<String> names(GeneratedColumn column) {
        return column.offset().map(offset -> List.of(column.column(), offset)).orElse(List.of(column.column()));
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.equals(name.strip())
                && name.chars().noneMatch(Character::isISOControl)
                && DatabaseName.fits(name);
    }

    /** Not every database tells cases apart. */
    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

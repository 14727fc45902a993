package dev.dataflow.processor.check;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.References;
import dev.dataflow.annotations.Unique;
import dev.dataflow.model.LogicalType;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.derive.KeyDeriver;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import java.util.Map;

/** The primary key: there is one, of a type that can be, from where it can come. */
final class KeyCheck implements ModelCheck {

    private static final Map<LogicalType, String> NO_KEYS = Map.of(
            LogicalType.JSON, "not every database can index JSON",
            LogicalType.TEXT_LIST, "not every database can index lists",
            LogicalType.INT64_LIST, "not every database can index lists",
            LogicalType.BYTES, "not every database can index bytes",
            LogicalType.FLOAT32, "binary fractions are not compared exactly on every database",
            LogicalType.FLOAT64, "binary fractions are not compared exactly on every database",
            LogicalType.OFFSET_DATE_TIME, "it is compared by its instant, so that values that differ would be one key");

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.key().isEmpty()) {
            findings.report(ModelProblem.NO_KEY, subject.source().place(), subject.name());
        }
        subject.key().forEach(part -> type(part, findings));
        if (subject.key().size() == 1) {
            single(subject, subject.key().get(0), findings);
        }
    }

    private static void type(Component key, Findings findings) {
        String reason =
                key.column().logical() == null ? null : NO_KEYS.get(key.column().logical());
        if (reason != null) {
            findings.report(
                    ModelProblem.OPTION,
                    key.source().place(),
                    "the key `" + key.name() + "` cannot be a " + key.typeName(),
                    reason,
                    "use long, int, UUID or String");
        }
    }

    private static void single(Subject subject, Component key, Findings findings) {
        if (!key.name().equals("id")) {
            findings.report(ModelProblem.KEY_NAME, key.source().place(), subject.name(), key.name());
        }
        if (key.source().has(Unique.class)) {
            findings.report(
                    ModelProblem.OPTION,
                    key.source().place(Unique.class),
                    "@Unique on the key `" + key.name() + "`",
                    "a key is unique anyway",
                    "remove @Unique");
        }
        generation(key, findings);
    }

    private static void generation(Component key, Findings findings) {
        Id.Generation written = key.source()
                .find(Id.class)
                .flatMap(id -> id.text("generation"))
                .map(Id.Generation::valueOf)
                .orElse(Id.Generation.AUTO);
        LogicalType type = key.column().logical();
        if (written == Id.Generation.AUTO || written == Id.Generation.ASSIGNED || type == null) {
            return;
        }
        boolean counter = written == Id.Generation.IDENTITY;
        if (counter ? !KeyDeriver.isCounter(type) : type != LogicalType.UUID) {
            report(
                    key,
                    findings,
                    "a " + key.typeName() + " key cannot be " + written,
                    counter ? "databases count up int and long" : "it is a UUID that the runtime makes",
                    counter ? "use long, or Generation.ASSIGNED" : "use UUID, or Generation.ASSIGNED");
        } else if (key.source().has(References.class)) {
            report(
                    key,
                    findings,
                    "a key that is a reference cannot be " + written,
                    "it is the key of a row that exists, not a new one",
                    "use Generation.ASSIGNED, or leave it out");
        }
    }

    private static void report(Component key, Findings findings, String what, String why, String fix) {
        findings.report(ModelProblem.OPTION, key.source().place(Id.class, "generation"), what, why, fix);
    }
}

package dev.dataflow.processor.check;

import dev.dataflow.annotations.Column;
import dev.dataflow.model.LogicalType;
import dev.dataflow.processor.check.Subject.Component;
import dev.dataflow.processor.problem.Findings;
import dev.dataflow.processor.problem.ModelProblem;
import dev.dataflow.processor.source.AnnotationSource;

/** The options of {@code @Column}: they fit the type and each other. */
final class ColumnCheck implements ModelCheck {

    private static final int LONGEST = 16_383;
    private static final int MOST_DIGITS = 38;

    @Override
    public void check(Subject subject, Findings findings) {
        for (Component component : subject.components()) {
            component.source().find(Column.class).ifPresent(column -> {
                nullable(component, column, findings);
                if (component.column().logical() != null) {
                    length(component, column, findings);
                    digits(component, column, findings);
                }
            });
            enumLength(component, findings);
        }
    }

    private static void nullable(Component component, AnnotationSource column, Findings findings) {
        boolean yes = column.text("nullable")
                .filter(Column.Nullability.YES.name()::equals)
                .isPresent();
        if (yes && component.source().type().name().isPrimitive()) {
            report(
                    findings,
                    column,
                    "nullable",
                    "component `" + component.name() + "` is a " + component.typeName() + ", which is never null",
                    "a NULL in the table could not be read",
                    "declare it as its boxed type");
        } else if (yes && component.key()) {
            report(
                    findings,
                    column,
                    "nullable",
                    "the key `" + component.name() + "` cannot be NULL",
                    "rows are found by it",
                    "remove nullable = YES");
        }
    }

    private static void length(Component component, AnnotationSource column, Findings findings) {
        if (!column.has("length")) {
            return;
        }
        int length = column.number("length", 0);
        if (!component.source().type().isString() && component.column().logical() != LogicalType.ENUM) {
            doesNotFit(findings, component, column, "length", "strings and enums have a length");
        } else if (length < 0 || length > LONGEST) {
            report(
                    findings,
                    column,
                    "length",
                    "length " + length + " is not between 1 and " + LONGEST,
                    "MySQL cannot hold a longer VARCHAR",
                    "choose a length in the range; without one a string is unbounded, unless it is a key, unique,"
                            + " indexed or a reference");
        }
    }

    private static void digits(Component component, AnnotationSource column, Findings findings) {
        boolean decimal = component.column().logical() == LogicalType.DECIMAL;
        boolean digits = decimal || component.column().logical() == LogicalType.BIG_INTEGER;
        if (!digits && column.has("precision")) {
            doesNotFit(findings, component, column, "precision", "only BigDecimal and BigInteger have digits to set");
        }
        if (!decimal && column.has("scale")) {
            doesNotFit(findings, component, column, "scale", "only BigDecimal has digits after the point");
        }
        if (!digits) {
            return;
        }
        int precision = component.column().size().precision();
        int scale = component.column().size().scale();
        if (precision < 1 || precision > MOST_DIGITS) {
            report(
                    findings,
                    column,
                    "precision",
                    "precision " + precision + " is not between 1 and " + MOST_DIGITS,
                    "it is the number of all digits, and not every database has more",
                    "choose a precision in the range");
        } else if (scale < 0 || scale > precision) {
            report(
                    findings,
                    column,
                    column.has("scale") ? "scale" : "precision",
                    "scale " + scale + (column.has("scale") ? "" : ", the default,")
                            + " is not between 0 and the precision, " + precision,
                    "the digits after the point are some of all digits",
                    "write both, as in @Column(precision = 12, scale = 2)");
        }
    }

    private static void enumLength(Component component, Findings findings) {
        component.column().constants().stream()
                .filter(constant -> constant.codePointCount(0, constant.length())
                        > component.column().size().length())
                .findFirst()
                .ifPresent(constant -> findings.report(
                        ModelProblem.OPTION,
                        component.source().place(Column.class, "length"),
                        "constant " + constant + " is longer than the column of `" + component.name() + "`, "
                                + component.column().size().length(),
                        "an enum is stored by its constant's name",
                        "write a @Column(length = …) that fits the longest"));
    }

    private static void doesNotFit(
            Findings findings, Component component, AnnotationSource column, String option, String why) {
        report(
                findings,
                column,
                option,
                option + " on component `" + component.name() + "` of type " + component.typeName(),
                why,
                "remove " + option);
    }

    private static void report(
            Findings findings, AnnotationSource column, String option, String what, String why, String fix) {
        findings.report(ModelProblem.OPTION, column.place(option), what, why, fix);
    }
}

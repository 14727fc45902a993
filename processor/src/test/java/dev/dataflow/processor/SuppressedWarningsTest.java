package dev.dataflow.processor;

import dev.dataflow.processor.testing.Models;
import org.junit.jupiter.api.Test;

/** Warnings can be switched off where they are; errors cannot. */
class SuppressedWarningsTest {

    @Test
    void byCodeOnTheComponentOrItsModel() {
        Models.inShop(
                        "@Model @SuppressWarnings({\"VAL-003\", \"VAL-007\", \"other\"})"
                                + " public record a(@Id Long Number, String First_Name) {}",
                        "@Model public record B(@Id @SuppressWarnings({\"VAL-003\", \"VAL-007\"}) Long Number,"
                                + " String «VAL-007 warning»First_Name) {}",
                        "@Model @SuppressWarnings(\"VAL-010\") public record C(Long id,"
                                + " @References(value = C.class, inverse = \"Cs\") @Nullable Long cId) {}",
                        "@Model public record D(Long id, @SuppressWarnings(\"VAL-010\")"
                                + " @References(value = D.class, inverse = \"Ds\") @Nullable Long dId) {}")
                .compileMarked();
    }

    @Test
    void anotherCodeDoesNotHelp() {
        Models.inShop("@Model @SuppressWarnings({\"VAL-003\", \"VAL\", \"unused\"}) record A(Long id,"
                        + " String «VAL-007 warning»First_Name) {}")
                .compileMarked();
    }

    @Test
    void errorsStay() {
        Models.inShop(
                        "@Model @SuppressWarnings(\"VAL-002\") «VAL-002»record A(String name) {}",
                        "@Model @SuppressWarnings(\"VAL-005\") record B(Long id,"
                                + " @SuppressWarnings(\"VAL-005\") char «VAL-005»letter) {}",
                        "@Model record C(Long id, @SuppressWarnings(\"VAL-006\") boolean «VAL-006»found) {}")
                .compileMarked();
    }

    @Test
    void errorsThatBecameWarningsCanBeSwitchedOff() {
        Models.inShop("@Model(validation = Model.Validation.WARN) record A(Long id,"
                        + " @SuppressWarnings(\"VAL-006\") boolean found, boolean «VAL-006 warning»updated) {}")
                .compileMarked();
    }
}

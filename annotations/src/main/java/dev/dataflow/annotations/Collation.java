package dev.dataflow.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The collation of a text column, by its name in each database: how its values are compared and sorted. A database that no
 * name is given for cannot be opened with the model, so that none compares otherwise without saying so. Where one name
 * serves, {@link Column#collation()} is shorter.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Collation {

    /** Its name in PostgreSQL, such as {@code und-x-icu}; what is not built in must have been created. */
    String postgresql() default "";

    /** Its name in MySQL, such as {@code utf8mb4_0900_ai_ci}; one of {@code utf8mb4}. */
    String mysql() default "";

    /** Its name in MariaDB, such as {@code utf8mb4_uca1400_ai_ci}; one of {@code utf8mb4}. */
    String mariadb() default "";

    /** Its name in SQLite: {@code BINARY}, {@code NOCASE} (of ASCII only) or {@code RTRIM}. */
    String sqlite() default "";
}

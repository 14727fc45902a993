package dev.dataflow.suite.tenant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A suite that runs on PostgreSQL, with row security, as a user whom it binds. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface UnderRowSecurity {}

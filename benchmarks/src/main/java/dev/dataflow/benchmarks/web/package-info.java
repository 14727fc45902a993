/** The four database tests of TechEmpower's web framework benchmarks, without the web server. */
@NullMarked
package dev.dataflow.benchmarks.web;

import org.jspecify.annotations.NullMarked;

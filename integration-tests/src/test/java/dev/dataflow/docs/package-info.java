/**
 * Runs what the documentation shows. A page's fenced block names the region of a file here whose text it holds, or the
 * scene whose statements or output it holds; {@code -DupdateDocs=true} writes them anew.
 */
@NullMarked
package dev.dataflow.docs;

import org.jspecify.annotations.NullMarked;

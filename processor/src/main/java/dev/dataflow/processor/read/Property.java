package dev.dataflow.processor.read;

import dev.dataflow.processor.model.Access;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A property as the compiler sees it.
 *
 * @param name its name
 * @param type its type, as seen from the model
 * @param parts the elements that stand for it, the one of its place first
 * @param access how generated code gets at it
 */
record Property(String name, TypeMirror type, List<? extends Element> parts, Access access) {}

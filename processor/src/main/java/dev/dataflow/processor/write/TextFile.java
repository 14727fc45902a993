package dev.dataflow.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.dataflow.processor.emit.SourceFile;
import java.util.List;
import java.util.function.Function;

/**
 * A file of a class that is regular enough to be put down line by line. Each model has many of them, and JavaPoet, which
 * goes through a file twice, takes several times as long.
 *
 * @param type the class
 * @param used the types it names; those of its own package have their simple names before any other
 * @param body its text after the imports, asked for the names of types as it goes
 */
record TextFile(ClassName type, List<TypeName> used, Function<TypeNames, String> body) implements SourceFile {

    @Override
    public String packageName() {
        return type.packageName();
    }

    @Override
    public String name() {
        return type.simpleName();
    }

    @Override
    public String text(boolean importLanguage) {
        TypeNames names = new TypeNames(packageName(), importLanguage);
        names.reserve(type);
        used.forEach(names::reserve);
        String text = body.apply(names);
        StringBuilder file = new StringBuilder(text.length() + 500);
        file.append("// ").append(SourceFiles.COMMENT).append('\n');
        if (!packageName().isEmpty()) {
            file.append("package ").append(packageName()).append(";\n\n");
        }
        for (String name : names.imports()) {
            file.append("import ").append(name).append(";\n");
        }
        return file.append('\n').append(text).toString();
    }
}

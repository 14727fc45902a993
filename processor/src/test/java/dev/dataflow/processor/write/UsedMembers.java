package dev.dataflow.processor.write;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What compiled classes use of DataFlow: types they extend, methods they implement, and members they access. */
final class UsedMembers {

    private UsedMembers() {}

    static SortedSet<String> of(Path classes) {
        JavaClasses generated = new ClassFileImporter().importPath(classes);
        SortedSet<String> used = new TreeSet<>();
        for (JavaClass type : generated) {
            Stream.concat(type.getAllRawSuperclasses().stream().limit(1), type.getRawInterfaces().stream())
                    .filter(UsedMembers::isOurs)
                    .forEach(above -> {
                        used.add("extends " + above.getName());
                        above.getAllMethods().stream()
                                .filter(method -> isOurs(method.getOwner()))
                                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                                .forEach(method -> used.add("implements " + described(method)));
                    });
            type.getAccessesFromSelf().stream()
                    .map(access -> access.getTarget().resolveMember())
                    .flatMap(Optional::stream)
                    .filter(member -> isOurs(member.getOwner()))
                    .forEach(member -> used.add("uses " + kind(member) + described(member)));
        }
        return used;
    }

    private static boolean isOurs(JavaClass type) {
        return type.getName().startsWith("dev.dataflow.");
    }

    /** What is static, or of an interface, is called otherwise. */
    private static String kind(JavaMember member) {
        return (member.getModifiers().contains(JavaModifier.STATIC) ? "static " : "")
                + (member.getOwner().isInterface() ? "interface " : "");
    }

    private static String described(JavaMember member) {
        JavaClass type =
                member instanceof JavaCodeUnit called ? called.getRawReturnType() : ((JavaField) member).getRawType();
        return member.getFullName() + " " + type.getName();
    }
}

package dev.dataflow.processor.write;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
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
                                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                                .forEach(method -> used.add("implements " + described(method)));
                    });
            type.getAccessesFromSelf().stream()
                    .filter(access -> isOurs(access.getTargetOwner()))
                    .forEach(access -> used.add("uses " + described(access)));
        }
        return used;
    }

    private static boolean isOurs(JavaClass type) {
        return type.getName().startsWith("dev.dataflow.");
    }

    private static String described(JavaMethod method) {
        return method.getFullName() + " " + method.getRawReturnType().getName();
    }

    /** A class that becomes an interface is called otherwise. */
    private static String described(JavaAccess<?> access) {
        return (access.getTargetOwner().isInterface() ? "interface " : "") + described(access.getTarget());
    }

    private static String described(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget called
                ? called.getFullName() + " " + called.getRawReturnType().getName()
                : target.getFullName() + " "
                        + ((AccessTarget.FieldAccessTarget) target).getRawType().getName();
    }
}

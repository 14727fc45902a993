package dev.dataflow.testing;

import java.util.Optional;

/** Names the archives with the binaries for an operating system and a processor. */
record Platform(String system, String processor) {

    static Platform current() {
        return new Platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    String postgresqlArchive() {
        String os = system.startsWith("Mac") ? "darwin" : system.startsWith("Windows") ? "windows" : "linux";
        String cpu = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> processor;
        };
        return "postgres-%s-%s.txz".formatted(os, cpu);
    }

    Optional<String> mysqlArchive() {
        if (isLinuxAmd64()) {
            return Optional.of("mysql-Linux-amd64.tar.gz");
        }
        return system.startsWith("Mac") && processor.equals("x86_64")
                ? Optional.of("mysql-Mac_OS_X-x86_64.tar.gz")
                : Optional.empty();
    }

    boolean isLinuxAmd64() {
        return system.equals("Linux") && processor.equals("amd64");
    }

    @Override
    public String toString() {
        return system + " " + processor;
    }
}

package dev.dataflow.database;

import dev.dataflow.config.Secret;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.NearestName;
import dev.dataflow.error.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The errors of URLs: DF-010. */
final class UrlProblem {

    private static final String FORMS = "the forms are jdbc:postgresql://host:5432/db, jdbc:mysql://host:3306/db,"
            + " jdbc:mariadb://host:3306/db,"
            + " jdbc:sqlite:file.db, postgresql://user:password@host:5432/db, mysql://user:password@host:3306/db,"
            + " mariadb://user:password@host:3306/db, sqlite:///file.db and :memory:";

    private static final Set<String> OTHERS = Set.of(
            "h2",
            "hsqldb",
            "derby",
            "oracle",
            "sqlserver",
            "mssql",
            "db2",
            "mongodb",
            "cockroachdb",
            "duckdb",
            "clickhouse");

    private UrlProblem() {}

    /** A URL that is none of the forms. */
    static DataFlowException unsupported(String url) {
        String scheme = scheme(url);
        if (OTHERS.contains(scheme)) {
            return problem(url, "`" + scheme + "` is not a database DataFlow runs on", FORMS);
        }
        if (scheme.isEmpty()) {
            return problem(
                    url,
                    "it does not say which database it is",
                    "for a SQLite file write jdbc:sqlite: before it; " + FORMS);
        }
        String fix = NearestName.of(scheme, List.of("postgresql", "postgres", "mysql", "mariadb", "sqlite"))
                .map(near -> "did you mean `" + near + "`? " + FORMS)
                .orElse(FORMS);
        return problem(url, "`" + scheme + "` in this form is not one DataFlow knows", fix);
    }

    /** A URL of a known form with something wrong in it. */
    static DataFlowException unreadable(String url, String why) {
        return problem(url, why, "percent-encode special characters in names and passwords; " + FORMS);
    }

    private static DataFlowException problem(String url, String why, String fix) {
        return new DataFlowException(new Problem(
                ErrorCode.URL_UNSUPPORTED, "database URL `" + Secret.mask(url) + "` is not supported", why, fix));
    }

    /** What stands before the first colon, after {@code jdbc:}; empty for a plain file name. */
    private static String scheme(String url) {
        String rest = url.toLowerCase(Locale.ROOT);
        rest = rest.startsWith("jdbc:") ? rest.substring("jdbc:".length()) : rest;
        int colon = rest.indexOf(':');
        return colon <= 1 ? "" : rest.substring(0, colon); // one letter is a Windows drive
    }
}

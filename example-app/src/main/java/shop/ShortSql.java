package shop;

import java.util.regex.Pattern;

/** Makes long statements short enough to read. */
final class ShortSql {

    private static final int LONGEST = 600;
    private static final String MYSQL_ROW = "row ";
    private static final Pattern MANY_VALUES = Pattern.compile("\\?(?:, \\?){9,}+");

    private ShortSql() {}

    /** The statement with repeated rows and long lists of values left out. */
    static String of(String sql) {
        String text = MANY_VALUES.matcher(oneOfEachRow(sql)).replaceAll("?, ...");
        int half = LONGEST / 2;
        return text.length() <= LONGEST
                ? text
                : text.substring(0, half) + " ... " + text.substring(text.length() - half);
    }

    private static String oneOfEachRow(String sql) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < sql.length()) {
            int end = sql.charAt(at) == '(' ? endOfBrackets(sql, at) : at;
            String again = (sql.startsWith(MYSQL_ROW, at - MYSQL_ROW.length()) ? ", " + MYSQL_ROW : ", ")
                    + sql.substring(at, end);
            if (end > at && sql.startsWith(again, end)) {
                text.append(sql, at, end).append(", ...");
                at = end;
                while (sql.startsWith(again, at)) {
                    at += again.length();
                }
            } else {
                text.append(sql.charAt(at));
                at++;
            }
        }
        return text.toString();
    }

    private static int endOfBrackets(String sql, int start) {
        int depth = 0;
        for (int i = start; i < sql.length(); i++) {
            char c = sql.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return start;
    }
}

package dev.dataflow.migrations.fact;

import java.sql.SQLException;
import java.util.List;

/** Reads what a server tells about itself and its tables without reading rows. */
interface StatisticsReader {

    /** What is known of the server. */
    ServerFacts server() throws SQLException;

    /** What is known of tables that are there, one for each name. */
    List<TableFacts> tables(List<String> names) throws SQLException;
}

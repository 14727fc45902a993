package shop;

import dev.dataflow.DataFlow;
import dev.dataflow.config.Secret;
import dev.dataflow.error.DataFlowException;
import java.io.PrintStream;
import java.sql.DatabaseMetaData;
import java.time.Instant;
import java.util.List;

/** Opens the shop, does one thing with each kind of node, and shows what happened. May be run again and again. */
public final class Shop {

    private static final int REFUSED = 2;

    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;

    Shop(PrintStream out, PrintStream err, Terminal terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Runs the shop.
     *
     * @param arguments options; {@code --help} lists them
     */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.of(System.console() != null, System.getenv());
        int exit = new Shop(System.out, System.err, terminal).run(List.of(arguments));
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Runs the shop; gives the exit code: 0, or 2 when an option or the database is refused. */
    int run(List<String> arguments) {
        if (arguments.equals(List.of("--help"))) {
            out.print(ShopOptions.USAGE);
            return 0;
        }
        try {
            open(ShopOptions.of(arguments, System.getProperties(), System.getenv()));
            return 0;
        } catch (OptionRefusedException e) {
            err.println(e.getMessage());
            err.print(ShopOptions.USAGE);
        } catch (DataFlowException e) {
            err.println(e.getMessage());
        }
        return REFUSED;
    }

    private void open(ShopOptions options) {
        Screen screen = new Screen(out, terminal.colour());
        StatementLog log = new StatementLog();
        long start = System.nanoTime();
        try (DataFlow df =
                DataFlow.builder().url(options.url()).statementListener(log).build()) {
            screen.heading("Open: " + Secret.mask(options.url()));
            screen.call("DataFlow.open(url)", System.nanoTime() - start);
            screen.result(
                    "%s; tables of %d models are there",
                    product(df), df.models().size());
            Progress progress = terminal.progress() ? new ProgressBars(err) : new ProgressLines(err);
            Notes notes = new Notes(options.orders(), Instant.now());
            new Tour(screen, progress).run(new Stage(df, log, screen, progress, notes));
            screen.line("%nDone in %s.", Screen.millis(System.nanoTime() - start));
        }
    }

    private static String product(DataFlow df) {
        return df.dsl().connectionResult(connection -> {
            DatabaseMetaData database = connection.getMetaData();
            return database.getDatabaseProductName() + " " + database.getDatabaseProductVersion();
        });
    }
}

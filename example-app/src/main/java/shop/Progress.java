package shop;

/** Tells people that wait how far the shop is. */
interface Progress {

    /**
     * A long piece of work begins.
     *
     * @param name what it is
     * @param rows how many rows it has
     */
    Work begin(String name, long rows);

    /**
     * A step is done.
     *
     * @param number its number, from 1
     * @param steps how many there are
     * @param title what it did
     * @param nanos how long it took
     */
    void stepDone(int number, int steps, String title, long nanos);

    /** A long piece of work; closed when it is done. */
    interface Work extends AutoCloseable {

        /** So many more rows are done. */
        void add(long rows);

        @Override
        void close();
    }
}

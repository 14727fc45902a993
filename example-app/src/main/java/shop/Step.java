package shop;

/** One thing the shop does with its database. */
interface Step {

    /** The kind of node it is about, and what it does. */
    String title();

    /** Does it. */
    void run(Stage stage);
}

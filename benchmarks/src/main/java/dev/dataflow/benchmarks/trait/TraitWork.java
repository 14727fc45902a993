package dev.dataflow.benchmarks.trait;

/** The calls that are measured. */
enum TraitWork {
    READ {
        @Override
        Object call(Calls calls, long number) {
            return calls.read(ArticleRows.id(number));
        }
    },
    COUNT {
        @Override
        Object call(Calls calls, long number) {
            return calls.count(ArticleRows.title(number));
        }
    },
    LIST {
        @Override
        Object call(Calls calls, long number) {
            return calls.list(ArticleRows.title(number));
        }
    },
    UPDATE {
        @Override
        Object call(Calls calls, long number) {
            return calls.update(ArticleRows.id(number), (int) number);
        }
    };

    abstract Object call(Calls calls, long number);
}

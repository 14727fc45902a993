package dev.dataflow.suite.form;

import dev.dataflow.annotations.Column;
import dev.dataflow.annotations.Convert;
import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;
import dev.dataflow.annotations.ValueConverter;
import dev.dataflow.suite.Member.CurrencyConverter;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A class that cannot be changed, whose key has three converted parts. */
@Model
public final class Grant {

    @Id
    @Convert
    private final Holder holder;

    @Id
    @Convert(Scope.InWords.class)
    @Column(length = 10)
    private final Scope scope;

    @Id
    @Convert(CurrencyConverter.class)
    @Column(length = 3)
    private final Currency currency;

    private final @Convert Limit limit;

    private final @Convert @Nullable Holder givenBy;

    public Grant(Holder holder, Scope scope, Currency currency, Limit limit, @Nullable Holder givenBy) {
        this.holder = holder;
        this.scope = scope;
        this.currency = currency;
        this.limit = limit;
        this.givenBy = givenBy;
    }

    public Holder holder() {
        return holder;
    }

    public Scope scope() {
        return scope;
    }

    public Currency currency() {
        return currency;
    }

    public Limit limit() {
        return limit;
    }

    public @Nullable Holder givenBy() {
        return givenBy;
    }

    /** A record of one. */
    public record Holder(UUID value) {}

    /** A record of a number. */
    public record Limit(int value) {}

    /** Stored as a word that is not its own. */
    public record Scope(int level) {

        /** Words by level. */
        public static final class InWords implements ValueConverter<Scope, String> {
            @Override
            public String toStored(Scope value) {
                return "level-" + value.level();
            }

            @Override
            public Scope fromStored(String stored) {
                return new Scope(Integer.parseInt(stored.substring("level-".length())));
            }
        }
    }
}

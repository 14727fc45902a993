package dev.dataflow.docs;

import dev.dataflow.annotations.Unique;
import org.jspecify.annotations.Nullable;

// docs:contact
public abstract class Contact<K> {
    private @Nullable K id;
    private String email = "";

    public @Nullable K getId() {
        return id;
    }

    public void setId(@Nullable K id) {
        this.id = id;
    }

    @Unique
    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}
// docs:end

package dev.dataflow.docs;

import dev.dataflow.annotations.Model;
import org.jspecify.annotations.Nullable;

// docs:subscriber
@Model
public class Subscriber extends Contact<Long> {
    private boolean active;

    @Nullable
    String note; // visible to the package: no accessors needed

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
// docs:end

package shop;

import dev.dataflow.annotations.Id;
import dev.dataflow.annotations.Model;

/**
 * A time zone of the IANA database.
 *
 * @param id its name, such as {@code Europe/Berlin}
 * @param name its English name
 * @param offsetSeconds what its standard time is ahead of UTC
 */
@Model
public record TimeZone(
        @Id(generation = Id.Generation.ASSIGNED) String id, String name, int offsetSeconds) {}

package io.throughline.graphql.connection;

import java.util.HashMap;
import java.util.Map;

/**
 * The fields of a filter in the schema. Each module publishes one bean for every filter it owns; {@code and}, {@code or}
 * and {@code not} are built in.
 *
 * @param name the input type, e.g. {@code CityFilter}
 * @param criteria by field
 */
public record FilterType(String name, Map<String, FilterCriterion> criteria) {

    /** The same filter with the fields that another module adds. */
    FilterType with(FilterType more) {
        var all = new HashMap<>(criteria);
        all.putAll(more.criteria);
        return new FilterType(name, all);
    }
}

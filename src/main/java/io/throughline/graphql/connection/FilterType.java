package io.throughline.graphql.connection;

import java.util.HashMap;
import java.util.Map;

/**
 * What a filter of the schema can ask. Each feature publishes one as a bean for every filter it owns; {@code and},
 * {@code or} and {@code not} go without saying.
 *
 * @param name the input type, e.g. {@code CityFilter}
 * @param criteria by field
 */
public record FilterType(String name, Map<String, FilterCriterion> criteria) {

    /** The same with the fields that another feature adds. */
    FilterType with(FilterType more) {
        var all = new HashMap<>(criteria);
        all.putAll(more.criteria);
        return new FilterType(name, all);
    }
}

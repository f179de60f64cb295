package io.throughline.model.agent;

import io.throughline.graphql.connection.FilterCompiler;
import io.throughline.graphql.connection.FilterCriterion;
import io.throughline.graphql.connection.FilterTarget;
import io.throughline.graphql.connection.InvalidArgumentException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/** Filters by position: near a point, or within a box of degrees (WGS 84). */
class PositionCriterion implements FilterCriterion {

    @Override
    public Condition on(FilterTarget subject, @Nullable Object value, FilterCompiler conditions) {
        var position = subject.property("position");
        if (value == null) {
            return position.isNull();
        }
        FilterCompiler.map(value).forEach(FilterCompiler::given);
        var near = FilterCompiler.map(FilterCompiler.map(value).get("near"));
        var box = FilterCompiler.map(FilterCompiler.map(value).get("within"));
        var all = Cypher.noCondition();
        if (!near.isEmpty()) {
            var kilometres = number(near, "kilometres", 0, 20_100);
            all = all.and(Cypher.raw(
                            "point.distance($E, $E) <= $E",
                            position,
                            point(near, "latitude", "longitude", conditions),
                            conditions.value(kilometres * 1_000))
                    .asCondition());
        }
        if (!box.isEmpty()) {
            if (number(box, "south", -90, 90) > number(box, "north", -90, 90)) {
                throw new InvalidArgumentException(
                        "south", box.get("south"), "at most the value of north, " + box.get("north"));
            }
            all = all.and(Cypher.raw(
                            "point.withinBBox($E, $E, $E)",
                            position,
                            point(box, "south", "west", conditions),
                            point(box, "north", "east", conditions))
                    .asCondition());
        }
        return near.isEmpty() && box.isEmpty() ? position.isNotNull() : all;
    }

    private static Expression point(
            Map<String, Object> of, String latitude, String longitude, FilterCompiler conditions) {
        return Cypher.raw(
                "point({latitude: $E, longitude: $E})",
                conditions.value(number(of, latitude, -90, 90)),
                conditions.value(number(of, longitude, -180, 180)));
    }

    private static double number(Map<String, Object> of, String name, double min, double max) {
        var value = ((Number) FilterCompiler.required(of, name)).doubleValue();
        if (!(value >= min && value <= max)) {
            throw new InvalidArgumentException(name, value, "a number from %.0f to %.0f".formatted(min, max));
        }
        return value;
    }
}

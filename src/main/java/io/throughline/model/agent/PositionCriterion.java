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

/** Where something lies: near a point, or in a box of degrees (WGS 84). */
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
            var kilometres = degrees(near, "kilometres", 0, 20_100);
            all = all.and(Cypher.raw(
                            "point.distance($E, $E) <= $E",
                            position,
                            point(near, "latitude", "longitude", conditions),
                            conditions.value(kilometres * 1_000))
                    .asCondition());
        }
        if (!box.isEmpty()) {
            if (degrees(box, "south", -90, 90) > degrees(box, "north", -90, 90)) {
                throw new InvalidArgumentException(
                        "south", box.get("south"), "degrees not above north, " + box.get("north"));
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
                conditions.value(degrees(of, latitude, -90, 90)),
                conditions.value(degrees(of, longitude, -180, 180)));
    }

    private static double degrees(Map<String, Object> of, String name, double least, double most) {
        var number = ((Number) FilterCompiler.required(of, name)).doubleValue();
        if (!(number >= least && number <= most)) {
            throw new InvalidArgumentException(name, number, "a number from %.0f to %.0f".formatted(least, most));
        }
        return number;
    }
}

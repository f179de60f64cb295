package io.throughline.infra.embedded;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.types.IsoDuration;
import org.neo4j.driver.types.Point;
import org.neo4j.kernel.impl.util.ValueUtils;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.CoordinateReferenceSystem;
import org.neo4j.values.storable.DurationValue;
import org.neo4j.values.storable.Values;
import org.neo4j.values.virtual.ListValueBuilder;
import org.neo4j.values.virtual.MapValue;
import org.neo4j.values.virtual.MapValueBuilder;

/** Converts parameters to values of the database. */
final class DatabaseValues {

    private DatabaseValues() {}

    static MapValue parameters(Value parameters) {
        return parameters(parameters.asMap());
    }

    /**
     * The values of all parameters.
     *
     * @throws ClientException if one is of a type that a driver does not take
     */
    static MapValue parameters(Map<String, ? extends @Nullable Object> parameters) {
        var values = new MapValueBuilder();
        parameters.forEach((name, value) -> values.add(name, of(value)));
        return values.build();
    }

    private static AnyValue of(@Nullable Object value) {
        if (value instanceof String text) {
            return Values.stringValue(text);
        }
        if (value instanceof Map<?, ?> map) {
            var values = new MapValueBuilder();
            map.forEach((name, entry) -> values.add((String) name, of(entry)));
            return values.build();
        }
        if (value instanceof Iterable<?> entries) {
            var values = ListValueBuilder.newListBuilder();
            entries.forEach(entry -> values.add(of(entry)));
            return values.build();
        }
        if (value instanceof Value known) {
            return of(known.asObject());
        }
        if (value instanceof Point point) {
            var system = CoordinateReferenceSystem.get(point.srid());
            return Double.isNaN(point.z())
                    ? Values.pointValue(system, point.x(), point.y())
                    : Values.pointValue(system, point.x(), point.y(), point.z());
        }
        if (value instanceof IsoDuration duration) {
            return DurationValue.duration(
                    duration.months(), duration.days(), duration.seconds(), duration.nanoseconds());
        }
        try {
            return ValueUtils.of(value);
        } catch (IllegalArgumentException e) {
            throw new ClientException("Cannot convert %s to a value of Neo4j".formatted(value), e);
        }
    }
}

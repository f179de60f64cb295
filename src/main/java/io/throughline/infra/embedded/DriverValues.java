package io.throughline.infra.embedded;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.internal.InternalNode;
import org.neo4j.driver.internal.InternalPath;
import org.neo4j.driver.internal.InternalRelationship;
import org.neo4j.driver.internal.value.ListValue;
import org.neo4j.driver.internal.value.MapValue;
import org.neo4j.driver.internal.value.NodeValue;
import org.neo4j.driver.internal.value.PathValue;
import org.neo4j.driver.internal.value.RelationshipValue;
import org.neo4j.driver.types.Entity;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Relationship;
import org.neo4j.values.ElementIdMapper;
import org.neo4j.values.SequenceValue;
import org.neo4j.values.ValueMapper;
import org.neo4j.values.storable.BooleanValue;
import org.neo4j.values.storable.ByteArray;
import org.neo4j.values.storable.DateTimeValue;
import org.neo4j.values.storable.DateValue;
import org.neo4j.values.storable.DurationValue;
import org.neo4j.values.storable.FloatingPointValue;
import org.neo4j.values.storable.LocalDateTimeValue;
import org.neo4j.values.storable.LocalTimeValue;
import org.neo4j.values.storable.NumberValue;
import org.neo4j.values.storable.PointValue;
import org.neo4j.values.storable.TextArray;
import org.neo4j.values.storable.TextValue;
import org.neo4j.values.storable.TimeValue;
import org.neo4j.values.virtual.VirtualNodeValue;
import org.neo4j.values.virtual.VirtualPathValue;
import org.neo4j.values.virtual.VirtualRelationshipValue;

/**
 * Converts values of the database to those of the driver.
 *
 * @param ids the element ids of nodes and relationships
 */
record DriverValues(ElementIdMapper ids) implements ValueMapper<Value> {

    @Override
    public Value mapNode(VirtualNodeValue value) {
        return new NodeValue(node((org.neo4j.values.virtual.NodeValue) value));
    }

    private Node node(org.neo4j.values.virtual.NodeValue node) {
        return new InternalNode(
                node.id(), ids.nodeElementId(node.id()), texts(node.labels()), values(node.properties()));
    }

    @Override
    public Value mapRelationship(VirtualRelationshipValue value) {
        return new RelationshipValue(relationship((org.neo4j.values.virtual.RelationshipValue) value));
    }

    private Relationship relationship(org.neo4j.values.virtual.RelationshipValue link) {
        return new InternalRelationship(
                link.id(),
                ids.relationshipElementId(link.id()),
                link.startNodeId(),
                ids.nodeElementId(link.startNodeId()),
                link.endNodeId(),
                ids.nodeElementId(link.endNodeId()),
                link.type().stringValue(),
                values(link.properties()));
    }

    @Override
    public Value mapPath(VirtualPathValue value) {
        var path = (org.neo4j.values.virtual.PathValue) value;
        var nodes = path.nodes();
        var links = path.relationships();
        var entities = new ArrayList<Entity>(nodes.length + links.length);
        for (var i = 0; i < nodes.length; i++) {
            entities.add(node(nodes[i]));
            if (i < links.length) {
                entities.add(relationship(links[i]));
            }
        }
        return new PathValue(new InternalPath(entities));
    }

    @Override
    public Value mapMap(org.neo4j.values.virtual.MapValue map) {
        return new MapValue(values(map));
    }

    private Map<String, Value> values(org.neo4j.values.virtual.MapValue map) {
        var values = new HashMap<String, Value>(map.size() * 4 / 3 + 1);
        map.foreach((name, value) -> values.put(name, value.map(this)));
        return values;
    }

    private static List<String> texts(TextArray array) {
        var texts = new ArrayList<String>(array.intSize());
        for (var i = 0; i < array.intSize(); i++) {
            texts.add(array.stringValue(i));
        }
        return texts;
    }

    @Override
    public Value mapSequence(SequenceValue sequence) {
        var values = new ArrayList<Value>(sequence.intSize());
        sequence.forEach(value -> values.add(value.map(this)));
        return new ListValue(values);
    }

    @Override
    public Value mapByteArray(ByteArray bytes) {
        return Values.value(bytes.asObjectCopy());
    }

    @Override
    public Value mapNoValue() {
        return Values.NULL;
    }

    @Override
    public Value mapText(TextValue text) {
        return Values.value(text.stringValue());
    }

    @Override
    public Value mapBoolean(BooleanValue value) {
        return Values.value(value.booleanValue());
    }

    @Override
    public Value mapNumber(NumberValue number) {
        return number instanceof FloatingPointValue
                ? Values.value(number.doubleValue())
                : Values.value(number.longValue());
    }

    @Override
    public Value mapDateTime(DateTimeValue value) {
        return Values.value(value.asObjectCopy());
    }

    @Override
    public Value mapLocalDateTime(LocalDateTimeValue value) {
        return Values.value(value.asObjectCopy());
    }

    @Override
    public Value mapDate(DateValue value) {
        return Values.value(value.asObjectCopy());
    }

    @Override
    public Value mapTime(TimeValue value) {
        return Values.value(value.asObjectCopy());
    }

    @Override
    public Value mapLocalTime(LocalTimeValue value) {
        return Values.value(value.asObjectCopy());
    }

    @Override
    public Value mapDuration(DurationValue value) {
        return Values.isoDuration(
                value.get(ChronoUnit.MONTHS), value.get(ChronoUnit.DAYS), value.get(ChronoUnit.SECONDS), (int)
                        value.get(ChronoUnit.NANOS));
    }

    @Override
    public Value mapPoint(PointValue point) {
        var at = point.coordinate();
        var system = point.getCoordinateReferenceSystem().getCode();
        return at.length == 2 ? Values.point(system, at[0], at[1]) : Values.point(system, at[0], at[1], at[2]);
    }
}

package io.throughline.model.figure;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.source.Comparator;
import io.throughline.reference.date.PartialDate;
import io.throughline.reference.id.IdSyntax;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * A number that a source states about something.
 *
 * @param unit what is counted, as printed, in the plural
 * @param scopeId the place the number is limited to
 * @param outOf the total that it is a part of
 * @param asOf the day it applies to
 */
@StagedBuilder
record Figure(
        String id,
        String aboutId,
        Metric metric,
        long value,
        Comparator comparator,
        String unit,
        @Nullable String scopeId,
        @Nullable Long outOf,
        @Nullable PartialDate asOf)
        implements Entity {

    static Figure of(Node node) {
        var figure = NodeReader.of(node);
        return FigureBuilder.builder()
                .id(figure.id())
                .aboutId(figure.required("aboutId"))
                .metric(figure.requiredWord("metric", Metric.class))
                .value(node.get("value").asLong())
                .comparator(figure.requiredWord("comparator", Comparator.class))
                .unit(figure.required("unit"))
                .scopeId(figure.text("scopeId"))
                .outOf(figure.longWhole("outOf"))
                .asOf(PartialDate.parseNullable(figure.text("asOf")))
                .build();
    }

    /** {@code asOf} as a span. */
    public @Nullable PartialDate asOfSpan() {
        return asOf;
    }

    /** In words, e.g. {@code more than 1000 communities}. */
    String inWords() {
        var words = IdSyntax.words(comparator.name());
        return "%s %d %s%s".formatted(words, value, unit, asOf == null ? "" : " (" + asOf.text() + ")");
    }

    /**
     * Whether the two numbers cannot both be true on the same day: their subject, metric, scope and counted unit are
     * the same, their days may coincide, and no number satisfies both.
     */
    boolean contradicts(Figure other) {
        return !id.equals(other.id)
                && aboutId.equals(other.aboutId)
                && metric == other.metric
                && Objects.equals(scopeId, other.scopeId)
                && CountedUnit.of(unit).equals(CountedUnit.of(other.unit))
                && PartialDate.mayCoincide(asOf, other.asOf)
                && !range().overlaps(other.range());
    }

    /** The numbers for which this statement is true. */
    private Range range() {
        return switch (comparator) {
            case EXACTLY -> new Range(value, value);
            case MORE_THAN -> new Range(value + 1, Long.MAX_VALUE);
            case AT_LEAST -> new Range(value, Long.MAX_VALUE);
            case AT_MOST -> new Range(0, value);
            // Sources do not define how much "nearly" and "about" allow; a tenth is generous.
            case NEARLY -> new Range(value - value / 10, value - 1);
            case ABOUT -> new Range(value - value / 10, value + value / 10);
        };
    }

    private record Range(long min, long max) {

        boolean overlaps(Range other) {
            return min <= other.max && other.min <= max;
        }
    }
}

package io.throughline.export;

import static java.util.stream.Collectors.joining;

import io.throughline.analysis.networkmap.GraphEdge;
import io.throughline.infra.builder.StagedBuilder;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ValidityBounds;
import io.throughline.reference.date.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * An edge of an export, from the member to the organization. What is not recorded is null.
 *
 * @param validFrom when it began, as recorded
 * @param validTo the first day on which it no longer held, as recorded
 * @param bounds what is certain about when it held; null if it represents several memberships
 * @param firstSeen the date of the first claim that saw it in force
 * @param lastSeen the date of the last such claim
 * @param holds whether it held on the requested day
 * @param via the ids of the partners it goes through, separated by semicolons
 * @param sources the titles of the sources that state or imply it, separated by semicolons
 * @param from longitude and latitude of its source
 * @param to longitude and latitude of its target
 */
@StagedBuilder
record ExportEdge(
        String id,
        String source,
        String target,
        String label,
        @Nullable String role,
        double weight,
        boolean undirected,
        @Nullable PartialDate validFrom,
        @Nullable PartialDate validTo,
        @Nullable ValidityBounds bounds,
        @Nullable PartialDate firstSeen,
        @Nullable PartialDate lastSeen,
        @Nullable String status,
        @Nullable String strength,
        @Nullable String holds,
        @Nullable String via,
        int sourceCount,
        @Nullable String sources,
        @Nullable List<Double> from,
        @Nullable List<Double> to) {

    static final List<GraphAttribute<ExportEdge>> ATTRIBUTES = List.of(
            new GraphAttribute<>("role", GraphAttribute.Type.STRING, ExportEdge::role),
            new GraphAttribute<>("undirected", GraphAttribute.Type.BOOLEAN, ExportEdge::undirected),
            new GraphAttribute<>(
                    "validFrom",
                    GraphAttribute.Type.STRING,
                    edge -> edge.validFrom() == null ? null : edge.validFrom().text()),
            new GraphAttribute<>(
                    "validTo",
                    GraphAttribute.Type.STRING,
                    edge -> edge.validTo() == null ? null : edge.validTo().text()),
            new GraphAttribute<>("status", GraphAttribute.Type.STRING, ExportEdge::status),
            new GraphAttribute<>("strength", GraphAttribute.Type.STRING, ExportEdge::strength),
            new GraphAttribute<>("holds", GraphAttribute.Type.STRING, ExportEdge::holds),
            new GraphAttribute<>("via", GraphAttribute.Type.STRING, ExportEdge::via),
            new GraphAttribute<>("sourceCount", GraphAttribute.Type.INTEGER, ExportEdge::sourceCount),
            new GraphAttribute<>(
                    "firstSeen",
                    GraphAttribute.Type.STRING,
                    edge -> edge.firstSeen() == null ? null : edge.firstSeen().text()),
            new GraphAttribute<>(
                    "lastSeen",
                    GraphAttribute.Type.STRING,
                    edge -> edge.lastSeen() == null ? null : edge.lastSeen().text()),
            new GraphAttribute<>("sources", GraphAttribute.Type.STRING, ExportEdge::sources));

    /** @param titles the titles of sources, by id */
    static ExportEdge of(
            GraphEdge edge, Map<String, String> titles, @Nullable List<Double> from, @Nullable List<Double> to) {
        return ExportEdgeBuilder.builder()
                .id(edge.id())
                .source(edge.source())
                .target(edge.target())
                .label(edge.label())
                .weight(edge.weight())
                .undirected(edge.undirected())
                .sourceCount(edge.sourceCount())
                .role(name(edge.role()))
                .validFrom(edge.start())
                .validTo(edge.end())
                .bounds(edge.bounds())
                .firstSeen(edge.firstSeen())
                .lastSeen(edge.lastSeen())
                .sources(titles(edge.sourceIds(), titles))
                .status(name(edge.status()))
                .strength(name(edge.strength()))
                .holds(name(edge.holds()))
                .via(joined(edge.via()))
                .from(from)
                .to(to)
                .build();
    }

    /**
     * Reads a row of {@code memberships-as-edges.cypher}.
     *
     * @param titles the titles of sources, by id
     * @param day the requested day; null for none
     */
    static ExportEdge of(Record row, Map<String, String> titles, @Nullable LocalDate day) {
        var role = row.get("role").asString();
        var bounds = ValidityBounds.of(row);
        return ExportEdgeBuilder.builder()
                .id(row.get("id").asString())
                .source(row.get("memberId").asString())
                .target(row.get("organizationId").asString())
                .label(role.toLowerCase(Locale.ROOT).replace('_', ' '))
                .weight(1)
                .undirected(MembershipRole.valueOf(role).isSymmetric())
                .sourceCount(row.get("sourceCount").asInt())
                .role(role)
                .validFrom(PartialDate.parseNullable(text(row.get("validFrom"))))
                .validTo(PartialDate.parseNullable(text(row.get("validTo"))))
                .bounds(bounds)
                .firstSeen(PartialDate.parseNullable(text(row.get("firstSeen"))))
                .lastSeen(PartialDate.parseNullable(text(row.get("lastSeen"))))
                .sources(titles(row.get("sourceIds").asList(Value::asString, List.of()), titles))
                .status(text(row.get("status")))
                .strength(text(row.get("strength")))
                .holds(day == null ? null : bounds.on(day, false).name())
                .via(joined(
                        row.get("viaIds").isNull()
                                ? List.of()
                                : row.get("viaIds").asList(Value::asString)))
                .from(position(row.get("from")))
                .to(position(row.get("to")))
                .build();
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static @Nullable String joined(List<String> ids) {
        return ids.isEmpty() ? null : String.join(";", ids);
    }

    private static @Nullable String titles(List<String> sourceIds, Map<String, String> titles) {
        return sourceIds.isEmpty()
                ? null
                : sourceIds.stream().map(id -> titles.getOrDefault(id, id)).collect(joining("; "));
    }

    private static @Nullable String text(Value value) {
        return value.isNull() ? null : value.asString();
    }

    private static @Nullable List<Double> position(Value value) {
        return value.isNull() || value.get(0).isNull() || value.get(1).isNull()
                ? null
                : value.asList(degrees -> degrees.asNumber().doubleValue());
    }
}

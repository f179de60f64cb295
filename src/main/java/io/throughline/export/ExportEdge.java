package io.throughline.export;

import io.throughline.analysis.networkmap.GraphEdge;
import io.throughline.model.membership.ValidityBounds;
import io.throughline.reference.date.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * An edge of an export, from the member to the organization. What is not recorded is null.
 *
 * @param validFrom when it began, as recorded
 * @param validTo the first day on which it no longer held, as recorded
 * @param notFrom the day from which it certainly did not hold, if a source only says that it had ended by then
 * @param holds whether it held on the requested day
 * @param via the ids of the partners it goes through, separated by semicolons
 * @param from longitude and latitude of its source
 * @param to longitude and latitude of its target
 */
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
        @Nullable LocalDate notFrom,
        @Nullable String status,
        @Nullable String strength,
        @Nullable String holds,
        @Nullable String via,
        int sourceCount,
        @Nullable List<Double> from,
        @Nullable List<Double> to) {

    private static final Set<String> SYMMETRIC = Set.of("COLLABORATOR", "SIBLING");

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
            new GraphAttribute<>("sourceCount", GraphAttribute.Type.INTEGER, ExportEdge::sourceCount));

    static ExportEdge of(GraphEdge edge, @Nullable List<Double> from, @Nullable List<Double> to) {
        return new ExportEdge(
                edge.id(),
                edge.source(),
                edge.target(),
                edge.label(),
                name(edge.role()),
                edge.weight(),
                edge.undirected(),
                edge.start(),
                edge.end(),
                null,
                name(edge.status()),
                name(edge.strength()),
                name(edge.holds()),
                joined(edge.via()),
                edge.sourceCount(),
                from,
                to);
    }

    /**
     * Reads a row of {@code memberships-as-edges.cypher}.
     *
     * @param day the requested day; null for none
     */
    static ExportEdge of(Record row, @Nullable LocalDate day) {
        var role = row.get("role").asString();
        var bounds = ValidityBounds.of(row);
        return new ExportEdge(
                row.get("id").asString(),
                row.get("memberId").asString(),
                row.get("organizationId").asString(),
                role.toLowerCase(Locale.ROOT).replace('_', ' '),
                role,
                1,
                SYMMETRIC.contains(role),
                PartialDate.parseNullable(text(row.get("validFrom"))),
                PartialDate.parseNullable(text(row.get("validTo"))),
                bounds.notFrom(),
                text(row.get("status")),
                text(row.get("strength")),
                day == null ? null : bounds.on(day, false).name(),
                joined(
                        row.get("viaIds").isNull()
                                ? List.of()
                                : row.get("viaIds").asList(Value::asString)),
                row.get("sourceCount").asInt(),
                position(row.get("from")),
                position(row.get("to")));
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static @Nullable String joined(List<String> ids) {
        return ids.isEmpty() ? null : String.join(";", ids);
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

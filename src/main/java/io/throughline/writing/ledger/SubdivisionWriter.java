package io.throughline.writing.ledger;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.agent.PlaceKind;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Strength;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.GazetteerRegion;
import io.throughline.reference.gazetteer.GazetteerRegion.NameSource;
import io.throughline.reference.name.NameProperties;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Adds and renames states and provinces of agents from the gazetteer, each with a claim that states its name. */
final class SubdivisionWriter {

    private static final CypherStatement MISSING = CypherStatement.in("ledger/missing-places.cypher");
    private static final CypherStatement PLACES = CypherStatement.in("ledger/add-places.cypher");
    private static final CypherStatement NAMES = CypherStatement.in("ledger/names-of-places.cypher");
    private static final CypherStatement RENAME = CypherStatement.in("ledger/rename-places.cypher");

    private final Gazetteer gazetteer;
    private final TransactionContext transaction;
    private final LedgerActivity by;

    SubdivisionWriter(Gazetteer gazetteer, TransactionContext transaction, LedgerActivity by) {
        this.gazetteer = gazetteer;
        this.transaction = transaction;
        this.by = by;
    }

    /** Adds the places with these codes that are not in the graph and that the gazetteer has. */
    void add(Collection<String> codes) {
        var missing = codes.isEmpty()
                ? List.<GazetteerRegion>of()
                : transaction.run(MISSING.text(), Map.of("ids", LockOrder.of(codes))).stream()
                        .map(row -> gazetteer.region(row.get("id").asString()))
                        .filter(Objects::nonNull)
                        .toList();
        if (missing.isEmpty()) {
            return;
        }
        var added = transaction
                .run(
                        PLACES.text(),
                        Map.of(
                                "places",
                                missing.stream().map(SubdivisionWriter::row).toList(),
                                "by",
                                NodeProperties.provenance(by)))
                .list(row -> row.get("id").asString());
        if (!added.isEmpty()) { // empty when another server was faster
            claim(missing.stream().filter(each -> added.contains(each.iso())).toList());
        }
    }

    private static Map<String, Object> row(GazetteerRegion region) {
        return new NodeProperties()
                .put("id", region.iso())
                .put(
                        "properties",
                        named(region)
                                .put("kind", PlaceKind.SUBDIVISION)
                                .put("iso", region.iso())
                                .properties())
                .put("countryId", region.country())
                .properties();
    }

    private static NodeProperties named(GazetteerRegion region) {
        return new NodeProperties()
                .put("name", region.name())
                .put("sortName", NameProperties.sortName(region.name()))
                .putAll(NameProperties.keys(region.name()));
    }

    /**
     * A claim by CLDR about the name of a place.
     *
     * @param by the activity that added the place
     */
    record FormerName(String claimId, String placeId, LedgerActivity by) {}

    /** The names that places have from CLDR although the gazetteer no longer takes them from there. */
    static List<FormerName> formerNames(Gazetteer gazetteer, TransactionContext transaction) {
        var cldr = SubdivisionSource.of(NameSource.CLDR).id();
        return transaction.run(NAMES.text(), Map.of("sourceId", cldr)).stream()
                .filter(row -> {
                    var region = gazetteer.region(row.get("placeId").asString());
                    return region != null && region.nameSource() != NameSource.CLDR;
                })
                .map(row -> new FormerName(
                        row.get("id").asString(), row.get("placeId").asString(), NodeProperties.activity(row)))
                .toList();
    }

    /** Gives places in the graph the names that the gazetteer has for these codes, under the activity that added them. */
    void rename(Collection<String> codes) {
        var regions = LockOrder.of(codes).stream()
                .map(gazetteer::region)
                .filter(Objects::nonNull)
                .toList();
        transaction
                .run(
                        RENAME.text(),
                        Map.of(
                                "places",
                                regions.stream()
                                        .map(region -> new NodeProperties()
                                                .put("id", region.iso())
                                                .put("properties", named(region).properties())
                                                .properties())
                                        .toList()))
                .consume();
        claim(regions);
    }

    private void claim(List<GazetteerRegion> regions) {
        regions.stream().map(GazetteerRegion::nameSource).distinct().forEach(names -> {
            NodeWriter.addOrganizations(transaction, by, List.of(SubdivisionSource.publisher(names)));
            NodeWriter.addSource(transaction, by, SubdivisionSource.of(names));
        });
        var versions = NewClaim.versions(
                transaction, regions.stream().map(SubdivisionWriter::claimId).toList());
        NewClaim.write(
                transaction,
                regions.stream()
                        .map(region -> claim(region, versions.get(claimId(region))))
                        .toList());
    }

    private static String claimId(GazetteerRegion region) {
        return "%s.%s.name".formatted(sourceId(region), region.iso());
    }

    private static String sourceId(GazetteerRegion region) {
        return SubdivisionSource.of(region.nameSource()).id();
    }

    private NewClaim claim(GazetteerRegion region, @Nullable Long last) {
        var properties = new NodeProperties()
                .put("sourceId", sourceId(region))
                .put("locator", region.iso())
                .put("printed", region.name())
                .put("strength", Strength.STATED)
                .put("rank", Rank.NORMAL)
                .put("subjectId", region.iso())
                .put("property", "name")
                .put("value", region.name())
                .putAll(NodeProperties.provenance(by))
                .properties();
        return new NewClaim(
                sourceId(region),
                NewClaim.numbered(properties, claimId(region), 1 + (last == null ? 0 : last)),
                List.of(new NewClaim.Support(String.valueOf(region.iso()), Map.of(), 1)));
    }
}

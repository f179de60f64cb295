package io.throughline.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.reference.date.PartialDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;

/** Rules that every graph keeps, whatever wrote it: copies agree with their originals, and every fact has a claim and a source. */
public abstract class ConsistencyRules {

    private GraphQueries graph;

    /** The database of the graph. */
    protected abstract Driver driver();

    @BeforeEach
    void ask() {
        graph = new GraphQueries(driver());
    }

    @Test
    void aClaimWithASourceSupportsEveryFactAndEvent() {
        assertThat(graph.column("""
                        MATCH (fact:Membership|Figure|Goal|Event|Pledge|CriteriaSet|Criterion|Involvement|Secretariat|EntryRoute)
                        WHERE NOT EXISTS { (fact)<-[:SUPPORTS]-(:Claim)-[:STATED_IN]->(:Source) }
                        RETURN fact.id
                        """)).isEmpty();
    }

    @Test
    void everyClaimHasOneSourceAndSupportsSomething() {
        assertThat(graph.column("""
                        MATCH (claim:Claim)
                        WHERE COUNT { (claim)-[:STATED_IN]->(:Source) } <> 1 OR NOT EXISTS { (claim)-[:SUPPORTS]->(:Entity) }
                        RETURN claim.id
                        """)).isEmpty();
    }

    @ParameterizedTest(name = "{0}.{1} is {2}")
    @MethodSource("copies")
    void aCopiedIdAgreesWithItsRelationship(String label, String property, String relationship) {
        assertThat(graph.rows("""
                        MATCH (node:Entity {origin: 'built-in'})
                        WHERE $label IN labels(node)
                        OPTIONAL MATCH (node)-[link]->(other)
                        WHERE type(link) = $relationship
                        WITH node, link, other
                        ORDER BY link.position
                        WITH node, collect(other.id) AS related, node[$property] AS copied
                        WITH node, related,
                             CASE WHEN copied IS NULL THEN [] WHEN copied IS :: STRING NOT NULL THEN [copied] ELSE copied END AS copied
                        WHERE related <> copied
                        RETURN node.id AS id, related, copied
                        """, Map.of("label", label, "property", property, "relationship", relationship)))
                .isEmpty();
    }

    static Stream<Arguments> copies() {
        return Stream.concat(
                DatasetTables.ALL.stream()
                        .flatMap(table -> table.columns().stream()
                                .filter(column -> !EvidenceColumns.COLUMNS.contains(column))
                                .filter(column -> column.reference() != null && column.property() != null)
                                .filter(column -> Objects.requireNonNull(column.reference())
                                                .relationship()
                                        != null)
                                .map(column -> Arguments.of(
                                        table.allLabels().get(0).equals("Agent")
                                                ? table.allLabels()
                                                        .get(table.allLabels().contains("LocalGovernment") ? 2 : 1)
                                                : table.allLabels().get(0),
                                        column.property(),
                                        Objects.requireNonNull(column.reference())
                                                .relationship()))),
                Stream.of(Arguments.of("Claim", "sourceId", "STATED_IN")));
    }

    @Test
    void anIdWithoutARelationshipExists() {
        assertThat(graph.column("""
                        MATCH (node:Claim|Name)
                        UNWIND [node.subjectId, node.sourceId] AS id
                        WITH node, id
                        WHERE id IS NOT NULL AND NOT EXISTS { (:Entity {id: id}) }
                        RETURN node.id + ': ' + id
                        """)).isEmpty();
        assertThat(graph.column("""
                        MATCH (name:Name {origin: 'built-in'})
                        WHERE NOT EXISTS { (:Entity {id: name.subjectId})-[:HAS_NAME]->(name) }
                        RETURN name.id
                        """)).isEmpty();
    }

    @Test
    void aClaimWithOneSubjectSupportsItOrAFactAboutIt() {
        assertThat(graph.column("""
                        MATCH (claim:Claim {origin: 'built-in'})-[:SUPPORTS]->(fact)
                        WHERE claim.subjectId IS NOT NULL AND fact.id <> claim.subjectId
                          AND NOT EXISTS { (fact)-[:MEMBER|PARTICIPANT|ABOUT|POST_IN|IN_SET|LEADS_INTO]->({id: claim.subjectId}) }
                        RETURN claim.id + ': ' + fact.id
                        """)).isEmpty();
    }

    @Test
    void membershipsExceptDenialsAndShortcutsCorrespond() {
        assertThat(graph.column("""
                        MATCH (membership:Membership)
                        WHERE COUNT {
                          MATCH (membership)-[:MEMBER]->(member)-[shortcut:MEMBER_OF]->(organization)<-[:ORGANIZATION]-(membership)
                          WHERE shortcut.membershipId = membership.id
                            AND member.id = membership.memberId AND shortcut.memberId = member.id
                            AND organization.id = membership.organizationId AND shortcut.organizationId = organization.id
                            AND shortcut.sortName = member.sortName
                            AND membership.organizationSortName = organization.sortName
                            AND all(key IN ['sortName', 'organizationSortName', 'role', 'viaIds', 'viaStatus', 'directness',
                                            'status', 'strength', 'sourceCount', 'validFrom', 'validFromEarliest',
                                            'validFromLatest', 'validTo', 'validToEarliest', 'validToLatest',
                                            'startedAfterId', 'notBefore', 'notFrom', 'surelyFrom', 'surelyUntil',
                                            'absentOn', 'lapsed']
                                    WHERE shortcut[key] = membership[key] OR shortcut[key] IS NULL AND membership[key] IS NULL)
                        } <> CASE WHEN membership.status = 'NOT_MEMBER' THEN 0 ELSE 1 END
                        RETURN membership.id
                        """)).isEmpty();
        assertThat(graph.one("""
                        RETURN COUNT { ()-[:MEMBER_OF]->() }
                             - COUNT { (membership:Membership) WHERE coalesce(membership.status, '') <> 'NOT_MEMBER' }
                        """)).isEqualTo(0L);
    }

    @Test
    void everyRouteThroughAPartnerHasItsPagingKeys() {
        assertThat(graph.column("""
                        MATCH (membership:Membership)-[via:VIA]->(partner)
                        WHERE via.partnerId <> partner.id OR via.membershipId <> membership.id
                           OR via.organizationId <> membership.organizationId OR via.sortName <> membership.sortName
                           OR via.partnerId IS NULL
                        RETURN membership.id
                        """)).isEmpty();
        assertThat(graph.one("RETURN COUNT { ()-[via:VIA]->() WHERE via.partnerId IS NOT NULL }"))
                .isEqualTo(graph.one("RETURN COUNT { (:Membership)-[:VIA]->() }"));
    }

    @Test
    void storedMemberCountsAreRight() {
        assertThat(graph.column("""
                        MATCH (organization:Organization)
                        WHERE organization.knownMembers <> COUNT {
                          MATCH (organization)<-[:ORGANIZATION]-(membership:Membership)-[:MEMBER]->(member)
                          WHERE membership.role IN ['MEMBER', 'SIGNATORY']
                            AND NOT coalesce(membership.status, 'IN_FORCE') IN ['ENDED', 'NOT_MEMBER']
                            AND membership.lapsed IS NULL
                          RETURN DISTINCT member
                        }
                        RETURN organization.id
                        """)).isEmpty();
    }

    @Test
    void storedCountsByRoleAreRight() {
        assertThat(graph.column("""
                        MATCH (organization:Entity)
                        UNWIND [key IN keys(organization) WHERE key STARTS WITH 'inRole_' | key]
                          + COLLECT { MATCH (organization)<-[link:MEMBER_OF]-() RETURN DISTINCT 'inRole_' + link.role } AS count
                        WITH DISTINCT organization, count
                        WHERE coalesce(organization[count], 0) <> COUNT {
                          MATCH (organization)<-[link:MEMBER_OF]-()
                          WHERE 'inRole_' + link.role = count
                        }
                        RETURN organization.id + ' ' + count
                        """)).isEmpty();
    }

    @Test
    void aGovernmentIsInTheWorldRegionOfItsCountry() {
        assertThat(graph.column("""
                        MATCH (government:LocalGovernment)
                        OPTIONAL MATCH (government)-[:IN_COUNTRY]->(country)
                        WITH government, country.partOfId AS region
                        WHERE coalesce(government.worldRegionId, '') <> coalesce(region, '')
                        RETURN government.id
                        """)).isEmpty();
    }

    @Test
    void everyDateHasItsFirstAndLastDay() {
        var names = new HashSet<String>();
        DatasetTables.ALL.stream()
                .flatMap(table -> table.columns().stream())
                .filter(DatasetColumn::isDate)
                .forEach(column -> names.add(column.property()));
        names.add("released");
        names.add("seen");
        assertThat(names).contains("dates", "validFrom", "asOf", "statedAt", "openSince");
        var dates = graph.rows("""
                CALL () {
                  MATCH (node:Entity) RETURN node.id AS id, properties(node) AS all
                  UNION ALL
                  MATCH (claim:Claim)-[says:SUPPORTS]->(:Membership) RETURN claim.id AS id, properties(says) AS all
                }
                UNWIND $names AS name
                WITH id, name, all[name] AS text, all[name + 'Earliest'] AS earliest, all[name + 'Latest'] AS latest
                WHERE text IS NOT NULL OR earliest IS NOT NULL OR latest IS NOT NULL
                RETURN id, name, text, earliest, latest
                """, Map.of("names", names.stream().toList()));
        assertThat(dates).hasSizeGreaterThan(500);
        assertThat(dates)
                .filteredOn(row -> {
                    var date = PartialDate.parse(row.get("text").asString());
                    return !Objects.equals(row.get("earliest").asObject(), date.earliest())
                            || !Objects.equals(row.get("latest").asObject(), date.latest());
                })
                .isEmpty();
    }

    @Test
    void everyNodeAndRelationshipHasAnOrigin() {
        assertThat(graph.column("MATCH (node:Entity) WHERE node.origin IS NULL RETURN node.id"))
                .isEmpty();
        assertThat(graph.column("""
                        MATCH (from:Entity)-[link]->(to:Entity)
                        WHERE link.origin IS NULL AND type(link) <> 'MEMBER_OF'
                        RETURN from.id + ' ' + type(link) + ' ' + to.id
                        """)).isEmpty();
    }

    @Test
    void idsAreUniqueAndPresent() {
        assertThat(graph.column("""
                        SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties
                        WHERE type = 'UNIQUENESS' AND labelsOrTypes = ['Entity']
                        RETURN properties[0]
                        """)).containsExactly("id");
        assertThat(graph.column("MATCH (node:Entity) WHERE node.id IS NULL RETURN labels(node)"))
                .isEmpty();
    }

    @Test
    void aMembershipWithOnlyImpliedClaimsIsImplied() {
        assertThat(graph.column("""
                        MATCH (membership:Membership)
                        WHERE all(strength IN COLLECT { MATCH (membership)<-[:SUPPORTS]-(claim:Claim) RETURN claim.strength } WHERE strength = 'IMPLIED')
                          AND membership.strength <> 'IMPLIED'
                        RETURN membership.id
                        """)).isEmpty();
    }

    @Test
    void noRouteIsDerivedFromSeparateMemberships() {
        assertThat(graph.column("""
                        MATCH (membership:Membership)-[:VIA]->()
                        WHERE membership.viaStatus <> 'NAMED'
                           OR NOT EXISTS { MATCH (membership)<-[:SUPPORTS]-(claim:Claim) WHERE claim.strength = 'STATED' }
                        RETURN membership.id
                        """)).isEmpty();
    }
}

package io.throughline.analysis.path;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;

/**
 * A membership between two organizations that a test writes, {@code made-0}, {@code made-1} and so on.
 *
 * @param lapsed whether it has ended
 */
record MadeMembership(int member, int organization, String role, String status, boolean lapsed) {

    static MadeMembership inForce(int member, int organization, String role) {
        return new MadeMembership(member, organization, role, "IN_FORCE", false);
    }

    String id() {
        return "made-%d-%d-%s".formatted(member, organization, role);
    }

    static String agentId(int number) {
        return "made-" + number;
    }

    /** Writes so many organizations, with these memberships. */
    static void write(Driver driver, int organizations, List<MadeMembership> memberships) {
        driver.executableQuery("""
                        UNWIND range(0, $count - 1) AS each
                        CREATE (:Entity:Agent:Organization:Network {id: 'made-' + each, name: 'Made', sortName: 'made', kind: 'NETWORK'})
                        """)
                .withParameters(Map.of("count", organizations))
                .execute();
        driver.executableQuery("""
                        UNWIND $rows AS row
                        MATCH (member:Entity {id: row.memberId})
                        MATCH (organization:Entity {id: row.organizationId})
                        CREATE (member)<-[:MEMBER]-(membership:Entity:Membership {strength: 'STATED', sourceCount: 1})-[:ORGANIZATION]->(organization)
                        CREATE (member)-[link:MEMBER_OF {membershipId: row.id, sortName: 'made'}]->(organization)
                        SET membership += row
                        SET link += row
                        REMOVE link.id
                        """)
                .withParameters(Map.of(
                        "rows",
                        memberships.stream().map(MadeMembership::properties).toList()))
                .execute();
    }

    private Map<String, Object> properties() {
        var always = Map.<String, Object>of(
                "id",
                id(),
                "memberId",
                agentId(member),
                "organizationId",
                agentId(organization),
                "role",
                role,
                "status",
                status);
        if (!lapsed) {
            return always;
        }
        var all = new HashMap<>(always);
        all.put("lapsed", true);
        return all;
    }

    /** Deletes what tests have written. */
    static void deleteAll(Driver driver) {
        driver.executableQuery("MATCH (made:Entity) WHERE made.id STARTS WITH 'made-' DETACH DELETE made")
                .execute();
    }
}

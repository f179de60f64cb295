package io.throughline.writing.ledger;

import java.util.List;
import java.util.TreeSet;
import org.neo4j.driver.Driver;

/** The part of the graph that {@link AnyChangesTests} checks. */
record RandomChangesView(Driver driver) {

    /** What answers show of the test's nodes, without when and by whom they were written. */
    TreeSet<String> answers() {
        return new TreeSet<>(rows("""
                CALL () {
                  MATCH (m:Membership)-[:MEMBER]->(member)
                  WHERE m.id STARTS WITH 'any-changes'
                  RETURN m.id + ' of ' + member.id AS what, [label IN labels(m) | label] AS labels,
                         properties(m) AS properties,
                         COLLECT { MATCH (m)-[link:COVERS]->(area) RETURN area.id } AS related
                  UNION ALL
                  MATCH (n:Organization)
                  WHERE n.id STARTS WITH 'any-changes'
                  RETURN n.id AS what, labels(n) AS labels, {known: n.knownMembers} AS properties,
                         COLLECT { MATCH (n)<-[link:MEMBER_OF]-() RETURN link.membershipId ORDER BY link.membershipId } AS related
                  UNION ALL
                  MATCH (n:LocalGovernment|Source)
                  WHERE n.id STARTS WITH 'any-changes'
                  RETURN n.id AS what, labels(n) AS labels, {name: coalesce(n.name, n.title)} AS properties,
                         COLLECT { MATCH (n)-[:HAS_NAME]->(name:Name) RETURN name.value ORDER BY name.value } AS related
                  UNION ALL
                  MATCH (p:Pledge)-[:ABOUT]->(subject)
                  WHERE p.id STARTS WITH 'pledge.any-changes'
                  RETURN p.id + ' of ' + subject.id AS what, labels(p) AS labels, p {.text, .targetYear, .subjectId} AS properties,
                         COLLECT { MATCH (p)<-[:SUPPORTS]-(c:Claim) RETURN c.sourceId ORDER BY c.sourceId } AS related
                  UNION ALL
                  MATCH (c:Claim)-[supports:SUPPORTS]->(m)
                  WHERE c.id STARTS WITH 'any-changes'
                  RETURN 'claim on ' + m.id AS what, labels(c) AS labels,
                         c {.sourceId, .asOf, .asOfEarliest, .rank, .strength, .subjectId, .value, .property} AS properties,
                         [key IN ['validFrom', 'validFromLatest', 'status', 'viaStatus', 'directness', 'areaId'] | key + '=' + coalesce(toString(supports[key]), '')] AS related
                }
                RETURN what + ' ' + toString([x IN COLLECT { UNWIND labels AS l RETURN l ORDER BY l } | x][0]) + ' '
                     + reduce(text = '', key IN COLLECT { UNWIND keys(properties) AS k WITH k WHERE NOT k IN ['revision', 'recordedAt', 'activityId', 'recordedBy', 'origin'] RETURN k ORDER BY k } |
                              text + CASE WHEN properties[key] IS NULL THEN '' ELSE key + '=' + CASE WHEN properties[key] IS :: LIST<ANY NOT NULL> THEN reduce(t = '', x IN properties[key] | t + x + ',') ELSE toString(properties[key]) END + ' ' END)
                     + reduce(text = '', each IN related | text + each + ' ')
                """));
    }

    /** Violations of the rules for shortcuts and counts among the test's nodes. */
    List<String> violations() {
        return rows("""
                CALL () {
                  MATCH (m:Membership)
                  WHERE m.id STARTS WITH 'any-changes'
                    AND COUNT { ()-[link:MEMBER_OF]->() WHERE link.membershipId = m.id AND link.organizationId = m.organizationId }
                        <> CASE WHEN m.status = 'NOT_MEMBER' THEN 0 ELSE 1 END
                  RETURN 'shortcut of ' + m.id AS violation
                  UNION ALL
                  MATCH (m:Withdrawn)-[:MEMBER]->(member)-[link:MEMBER_OF]->()
                  WHERE m.id STARTS WITH 'any-changes' AND link.membershipId = m.id
                  RETURN 'shortcut of withdrawn ' + m.id AS violation
                  UNION ALL
                  MATCH (m:Membership)
                  WHERE m.id STARTS WITH 'any-changes'
                    AND m.sourceCount <> COUNT { MATCH (m)<-[:SUPPORTS]-(c:Claim)-[:STATED_IN]->(s) WHERE c.rank <> 'DEPRECATED' RETURN DISTINCT s }
                  RETURN 'sources of ' + m.id AS violation
                  UNION ALL
                  MATCH (o:Organization)
                  WHERE o.id STARTS WITH 'any-changes'
                    AND o.knownMembers <> COUNT {
                      MATCH (o)<-[link:MEMBER_OF]-(member)
                      WHERE link.role IN ['MEMBER', 'SIGNATORY'] AND coalesce(link.status, 'IN_FORCE') <> 'ENDED'
                      RETURN DISTINCT member
                    }
                  RETURN 'count of ' + o.id AS violation
                  UNION ALL
                  MATCH (o:Organization)
                  WHERE o.id STARTS WITH 'any-changes'
                    AND any(key IN keys(o) WHERE key STARTS WITH 'inRole_' AND o[key] <> COUNT {
                      MATCH (o)<-[link:MEMBER_OF]-()
                      WHERE 'inRole_' + link.role = key
                    })
                  RETURN 'counts by role of ' + o.id AS violation
                  UNION ALL
                  MATCH (c:Claim)-[:SUPPORTS]->(m)
                  WHERE c.id STARTS WITH 'any-changes'
                  WITH coalesce(c.versionOfId, c.id) AS version, m, count(*) AS claims
                  WHERE claims > 1
                  RETURN 'several versions stand on ' + m.id AS violation
                  UNION ALL
                  MATCH (n:Merged)<-[:MEMBER|ORGANIZATION|VIA]-(m:Membership)
                  RETURN 'membership of a merged agent ' + m.id AS violation
                  UNION ALL
                  MATCH (p:Pledge)
                  WHERE p.id STARTS WITH 'pledge.any-changes' AND NOT EXISTS { (p)<-[:SUPPORTS]-(:Claim) }
                  RETURN 'no claim states ' + p.id AS violation
                  UNION ALL
                  MATCH (p:Withdrawn)<-[:SUPPORTS]-(:Claim)
                  WHERE p.id STARTS WITH 'pledge.any-changes'
                  RETURN 'a claim states withdrawn ' + p.id AS violation
                  UNION ALL
                  MATCH (n:Merged)-[:MEMBER_OF]->()
                  RETURN 'shortcut of a merged agent ' + n.id AS violation
                }
                RETURN violation
                """);
    }

    List<String> rows(String query) {
        return driver.executableQuery(query).execute().records().stream()
                .map(row -> row.get(0).asString())
                .toList();
    }
}

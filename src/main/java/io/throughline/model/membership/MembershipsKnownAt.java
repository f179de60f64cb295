package io.throughline.model.membership;

import io.throughline.graphql.connection.FilterCompiler;
import io.throughline.graphql.connection.FilterTarget;
import io.throughline.graphql.connection.HistoricalView;
import java.time.OffsetDateTime;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.springframework.stereotype.Component;

/**
 * Memberships with the values that followed from the claims of an earlier moment, by the same rule as today's values.
 */
@Component
class MembershipsKnownAt implements HistoricalView {

    @Override
    public String thing(FilterTarget subject, Object moment, FilterCompiler conditions) {
        var known = FilterCompiler.text(
                known(new FilterTarget("membership", "id"), new FilterTarget("claim", "id"), moment, conditions));
        var listKnown = FilterCompiler.text(recorded(new FilterTarget("list", "id"), moment, conditions));
        var entryKnown = FilterCompiler.text(
                known(new FilterTarget("listed", "id"), new FilterTarget("entry", "id"), moment, conditions));
        return """
                (stored:Membership|Withdrawn WHERE stored.memberId IS NOT NULL)
                CALL (stored) {
                  WITH stored AS membership
                  WITH membership,
                       COLLECT {
                         MATCH (membership)<-[stated:SUPPORTS]-(claim:Claim|Withdrawn)-[:STATED_IN]->(source:Source)
                         WHERE %s
                         RETURN {says: properties(stated), claim: claim, source: source}
                       } AS claims,
                       COLLECT {
                         MATCH (membership)-[:ORGANIZATION]->(listOwner)<-[:LIST_OF]-(list:MemberList|Withdrawn {complete: 'YES'})
                         WHERE membership.role IN ['MEMBER', 'SIGNATORY']
                           AND list.asOfEarliest = list.asOfLatest
                           AND %s
                           AND NOT EXISTS {
                             MATCH (membership)-[:MEMBER]->(listMember)
                             MATCH (listMember)<-[:MEMBER]-(listed {organizationId: listOwner.id})<-[says:SUPPORTS]-(entry:Claim|Withdrawn)
                             WHERE entry.sourceId = list.sourceId
                               AND listed.role IN ['MEMBER', 'SIGNATORY']
                               AND coalesce(says.status, 'IN_FORCE') <> 'NOT_MEMBER'
                               AND %s
                           }
                         RETURN list
                         ORDER BY list.asOfEarliest, list.id
                       } AS without
                  WHERE claims <> []
                  %s
                  RETURN membership {
                    .*,
                    viaStatus: values.viaStatus,
                    directness: values.directness,
                    validFrom: values.validFrom,
                    validFromEarliest: values.validFromEarliest,
                    validFromLatest: values.validFromLatest,
                    validTo: values.validTo,
                    validToEarliest: values.validToEarliest,
                    validToLatest: values.validToLatest,
                    notBefore: values.notBefore,
                    notFrom: values.notFrom,
                    surelyFrom: values.surelyFrom,
                    surelyUntil: values.surelyUntil,
                    absentOn: values.absentOn,
                    absentFromIds: values.absentFromIds,
                    lapsed: values.lapsed,
                    contested: values.contested,
                    status: values.status,
                    position: values.position,
                    strength: values.strength,
                    sourceCount: values.sourceCount,
                    sourceIds: values.sourceIds,
                    firstSeen: values.firstSeen,
                    lastSeen: values.lastSeen,
                    newestEvidence: values.newestEvidence,
                    newestEvidenceEarliest: values.newestEvidenceEarliest,
                    newestEvidenceLatest: values.newestEvidenceLatest,
                    newestEvidenceSourceId: values.newestEvidenceSourceId,
                    postId: values.postId,
                    areaId: values.areaId
                  } AS %s
                }
                WITH *
                """.formatted(known, listKnown, entryKnown, MembershipValues.VALUES, subject.variable());
    }

    @Override
    public String claim(FilterTarget subject, Object moment, FilterCompiler conditions) {
        return "(claim:Claim|Withdrawn WHERE %s)"
                .formatted(FilterCompiler.text(recorded(new FilterTarget("claim", "id"), moment, conditions)));
    }

    /** That a list or a claim, deprecated or not, had been recorded by then and not yet withdrawn. */
    private static Condition recorded(FilterTarget recorded, Object moment, FilterCompiler conditions) {
        var then = conditions.value(((OffsetDateTime) moment).toZonedDateTime());
        return Cypher.raw(
                        "$E <= $E AND ($E IS NULL OR $E > $E)",
                        recorded.property("recordedAt"),
                        then,
                        recorded.property("withdrawnAt"),
                        recorded.property("withdrawnAt"),
                        then)
                .asCondition();
    }

    /**
     * That a claim had been recorded by then and not yet withdrawn. For a claim that was deprecated after it had been
     * recorded, only the moment at which its membership was withdrawn shows when.
     */
    static Condition known(FilterTarget membership, FilterTarget claim, Object moment, FilterCompiler conditions) {
        var then = conditions.value(((OffsetDateTime) moment).toZonedDateTime());
        return Cypher.raw(
                        """
                        $E <= $E AND ($E IS NULL OR $E > $E)
                        AND ($E <> 'DEPRECATED' OR coalesce($E > $E, false) AND $E IS NULL)""",
                        claim.property("recordedAt"),
                        then,
                        claim.property("withdrawnAt"),
                        claim.property("withdrawnAt"),
                        then,
                        claim.property("rank"),
                        membership.property("withdrawnAt"),
                        then,
                        claim.property("recordedAs"))
                .asCondition();
    }
}

package io.throughline.intake.matching;

import io.throughline.infra.builder.StagedBuilder;
import io.throughline.intake.matching.MatchDecision.Verdict;
import io.throughline.writing.ledger.LedgerActivity;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Version;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/**
 * A decision about a listed agent, as it is stored. Only {@code supersededById} ever changes, and only once.
 *
 * @param version makes the second of two writers who supersede the same decision start again; null until it is stored
 * @param key as {@link DecisionStore#key} returns it
 * @param agentId the agent it is or is not; null for verdicts about no agent
 * @param sourceId the only source it applies to; null for all
 * @param name the name as listed
 * @param recordedAt UTC
 */
@Node("Decision")
@StagedBuilder
record StoredDecision(
        @Id String id,
        @Version @Nullable Long version,
        String key,
        Verdict verdict,
        @Nullable String agentId,
        @Nullable String sourceId,
        String name,
        String activityId,
        String recordedBy,
        String origin,
        ZonedDateTime recordedAt,
        @Nullable String supersededById) {

    /** A new decision of a person or an import. */
    static StoredDecision of(
            String key,
            Verdict verdict,
            @Nullable String agentId,
            @Nullable String sourceId,
            String name,
            LedgerActivity by) {
        return StoredDecisionBuilder.builder()
                .id("decision-" + UUID.randomUUID())
                .key(key)
                .verdict(verdict)
                .name(name)
                .activityId(by.id())
                .recordedBy(by.person())
                .origin(by.kind() == LedgerActivity.Kind.IMPORT ? "import" : "curated")
                .recordedAt(ZonedDateTime.now(ZoneOffset.UTC))
                .agentId(agentId)
                .sourceId(sourceId)
                .build();
    }

    /** Whether a newer decision takes the place of this one: it has the same scope, and they do not rule out different agents. */
    boolean isReplacedBy(StoredDecision newer) {
        var together = verdict == Verdict.NOT_SAME
                && newer.verdict == Verdict.NOT_SAME
                && !Objects.equals(agentId, newer.agentId);
        return Objects.equals(sourceId, newer.sourceId) && !together;
    }

    StoredDecision supersededBy(StoredDecision newer) {
        return StoredDecisionBuilder.builder(this).supersededById(newer.id).build();
    }

    /** Called by Spring Data when the decision has been stored. */
    StoredDecision withVersion(@Nullable Long stored) {
        return StoredDecisionBuilder.builder(this).version(stored).build();
    }
}

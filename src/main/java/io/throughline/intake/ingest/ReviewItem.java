package io.throughline.intake.ingest;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.infra.builder.StagedBuilder;
import io.throughline.intake.matching.AgentMatch;
import io.throughline.intake.matching.ListedAgent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question for a person: which agent does a source mean?
 *
 * @param code why a person has to decide, e.g. {@code AMBIGUOUS}
 * @param reason the same as text
 * @param candidates best first, without those that a person ruled out
 * @param decision the latest decision; null while there is none
 * @param agentId the agent that was decided on; null until then
 */
@StagedBuilder
public record ReviewItem(
        String id,
        ReviewState state,
        String sourceId,
        ListedAgent written,
        String code,
        String reason,
        List<AgentMatch.Candidate> candidates,
        @Nullable ReviewDecision decision,
        @Nullable String agentId,
        @Nullable String settledBy,
        @Nullable Instant settledAt)
        implements Entity {

    private static final JsonMapper JSON = JsonMapper.shared();

    static ReviewItem of(Node node) {
        var item = NodeReader.of(node);
        return ReviewItemBuilder.builder()
                .id(item.id())
                .state(item.requiredWord("state", ReviewState.class))
                .sourceId(item.required("sourceId"))
                .written(new ListedAgent(
                        item.required("name"),
                        item.requiredWord("kind", ListedAgent.Kind.class),
                        item.text("country"),
                        item.text("writtenState"),
                        JSON.readValue(item.required("identifiers"), new TypeReference<Map<String, String>>() {}),
                        item.decimal("latitude"),
                        item.decimal("longitude"),
                        item.longWhole("population")))
                .code(item.required("code"))
                .reason(item.required("reason"))
                .candidates(
                        JSON.readValue(item.required("candidates"), new TypeReference<List<AgentMatch.Candidate>>() {}))
                .decision(item.word("decision", ReviewDecision.class))
                .agentId(item.text("agentId"))
                .settledBy(item.text("settledBy"))
                .settledAt(item.instant("settledAt"))
                .build();
    }

    static String json(List<AgentMatch.Candidate> candidates) {
        return JSON.writeValueAsString(candidates);
    }
}

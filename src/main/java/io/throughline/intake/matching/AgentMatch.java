package io.throughline.intake.matching;

import io.throughline.writing.ledger.NewAgent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of matching one listed agent. */
public sealed interface AgentMatch {

    /** What is wrong with the position that the list gives; null when nothing is, or no agent was found. */
    @Nullable CoordinateError coordinateError();

    /**
     * An agent that is in the graph.
     *
     * @param score from 0 to 1
     * @param reason why, for a person, e.g. {@code "by its name, near the list's location"}
     * @param coordinateError what is wrong with the position that the list gives; null when nothing is
     */
    record Known(
            String agentId,
            double score,
            String reason,
            @Nullable CoordinateError coordinateError) implements AgentMatch {}

    /**
     * A place in the gazetteer that is not in the graph yet and would be added as this agent.
     *
     * @param score from 0 to 1
     * @param reason why, for a person
     * @param coordinateError what is wrong with the position that the list gives; null when nothing is
     */
    record Unseen(
            NewAgent agent,
            double score,
            String reason,
            @Nullable CoordinateError coordinateError) implements AgentMatch {}

    /**
     * Not certain enough: a person has to decide.
     *
     * @param code stable, e.g. {@code AMBIGUOUS}, {@code ONLY_SIMILAR}, {@code NOT_FOUND}, {@code DECIDED_UNSURE},
     *     {@code COUNTRY_UNKNOWN}
     * @param candidates best first; may be empty
     */
    record Waiting(String code, String reason, List<Candidate> candidates) implements AgentMatch {

        @Override
        public @Nullable CoordinateError coordinateError() {
            return null;
        }
    }

    /**
     * What could be meant.
     *
     * @param agentId the agent in the graph; null when it would have to be added
     * @param addition the agent to add; null when it is already in the graph
     */
    record Candidate(@Nullable String agentId, @Nullable NewAgent addition, String name, double score, String reason) {}
}

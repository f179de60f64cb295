package io.throughline.intake.matching;

import io.throughline.writing.ledger.NewAgent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a written agent was found to be. */
public sealed interface AgentMatch {

    /** What is wrong with the list's position of the agent; null when nothing is, or the agent is not known. */
    @Nullable CoordinateError misplaced();

    /**
     * An agent of the graph.
     *
     * @param score from 0 to 1
     * @param reason why, for a person, e.g. {@code "name and country, the only one in the gazetteer"}
     * @param misplaced what is wrong with the list's position; null when nothing is
     */
    record Known(
            String agentId,
            double score,
            String reason,
            @Nullable CoordinateError misplaced) implements AgentMatch {}

    /**
     * A place of the gazetteer that is not in the graph yet and is to be added as this agent.
     *
     * @param score from 0 to 1
     * @param reason why, for a person
     * @param misplaced what is wrong with the list's position; null when nothing is
     */
    record Unseen(
            NewAgent agent,
            double score,
            String reason,
            @Nullable CoordinateError misplaced) implements AgentMatch {}

    /**
     * Not sure enough without a person.
     *
     * @param code stable, e.g. {@code AMBIGUOUS}, {@code ONLY_SIMILAR}, {@code NOT_FOUND}, {@code DECIDED_UNSURE},
     *     {@code COUNTRY_UNKNOWN}
     * @param candidates best first; may be empty
     */
    record Waiting(String code, String reason, List<Candidate> candidates) implements AgentMatch {

        @Override
        public @Nullable CoordinateError misplaced() {
            return null;
        }
    }

    /**
     * What could be meant.
     *
     * @param agentId of the graph; null when it would have to be added
     * @param addition the agent to add; null when it is in the graph
     */
    record Candidate(@Nullable String agentId, @Nullable NewAgent addition, String name, double score, String reason) {}
}

package io.throughline.intake.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.writing.ledger.NewAgent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of matching one listed agent. */
public sealed interface AgentMatch {

    /** What a reader should know about how the list was read. */
    List<MatchNote> notes();

    /** One agent is meant. */
    sealed interface Found extends AgentMatch {

        /** Why this one. */
        MatchBasis basis();

        /** How certain it is, from 0 to 1. */
        default double score() {
            return basis().score();
        }

        /** Why, for a person, e.g. {@code "by its name, near the list's location"}. */
        default String reason() {
            return basis().reason();
        }

        @Override
        default List<MatchNote> notes() {
            return basis().notes();
        }
    }

    /**
     * An agent that is in the graph.
     *
     * @param place where it is, for a person, e.g. {@code "Suffolk County, Massachusetts, US; population 675,647"}
     */
    record Known(String agentId, String name, String place, MatchBasis basis) implements Found {}

    /**
     * A place in the gazetteer that is not in the graph yet and would be added as this agent.
     *
     * @param place where it is, for a person
     */
    record Unseen(NewAgent agent, String place, MatchBasis basis) implements Found {}

    /**
     * Not certain enough: a person has to decide.
     *
     * @param code stable, e.g. {@code AMBIGUOUS}, {@code ONLY_SIMILAR}, {@code NOT_FOUND}, {@code SEVERAL_NAMES},
     *     {@code COUNTRY_UNKNOWN}
     * @param candidates each once, best first; may be empty
     */
    record Waiting(String code, String reason, List<Candidate> candidates, List<MatchNote> notes)
            implements AgentMatch {}

    /**
     * Why an agent was found.
     *
     * @param step the step that decided
     * @param score how certain it is, from 0 to 1
     * @param reason why, for a person
     * @param alternatives what else has the name: the first few, without the agent itself
     * @param alternativeCount how many there are in all
     */
    record MatchBasis(
            MatchStep step,
            double score,
            String reason,
            List<Alternative> alternatives,
            int alternativeCount,
            List<MatchNote> notes) {}

    /**
     * What else a name could mean.
     *
     * @param agentId the agent in the graph; null for one that is only in the gazetteer
     * @param place where it is, for a person
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Alternative(@Nullable String agentId, String name, String place) {}

    /**
     * What could be meant.
     *
     * @param agentId the agent in the graph; null when it would have to be added
     * @param addition the agent to add; null when it is already in the graph
     * @param score how likely it is, from 0 to 1
     * @param reason where it is, for a person
     */
    record Candidate(@Nullable String agentId, @Nullable NewAgent addition, String name, double score, String reason) {}
}

package io.throughline.intake.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.throughline.infra.builder.StagedBuilder;
import io.throughline.intake.matching.AgentMatch;
import io.throughline.intake.matching.AgentMatch.Alternative;
import io.throughline.intake.matching.AgentMatch.Candidate;
import io.throughline.intake.matching.MatchStep;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name in a line, with the agent it was matched to or, while a person has to decide, the agents it may be.
 *
 * @param printed the name as printed
 * @param agentId the agent's id; null while a person has to decide
 * @param name the agent's name; null while a person has to decide
 * @param place where the agent is, for a person; null while a person has to decide
 * @param added whether the agent was added by the import or, in a dry run, would be
 * @param step the step that decided; null while a person has to decide
 * @param score how certain it is, from 0 to 1; null while a person has to decide
 * @param code why a person has to decide; null when the agent is clear
 * @param reason why it is this agent, or why a person has to decide
 * @param alternatives what else it could be: the first few
 * @param alternativeCount how many there are in all
 */
@StagedBuilder
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MatchedMember(
        String printed,
        @Nullable String agentId,
        @Nullable String name,
        @Nullable String place,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean added,
        @Nullable MatchStep step,
        @Nullable Double score,
        @Nullable String code,
        String reason,
        List<Alternative> alternatives,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int alternativeCount) {

    /** How many alternatives are stored with a line; the review queue has all candidates for a name that waits. */
    private static final int STORED_ALTERNATIVES = 5;

    static MatchedMember of(String printed, AgentMatch match) {
        if (match instanceof AgentMatch.Known known) {
            return found(printed, known, known.agentId(), known.name(), known.place(), false);
        }
        if (match instanceof AgentMatch.Unseen unseen) {
            return found(printed, unseen, unseen.agent().id(), unseen.agent().name(), unseen.place(), true);
        }
        var waiting = (AgentMatch.Waiting) match;
        return MatchedMemberBuilder.builder()
                .printed(printed)
                .added(false)
                .reason(waiting.reason())
                .alternatives(stored(waiting.candidates()))
                .alternativeCount(waiting.candidates().size())
                .code(waiting.code())
                .build();
    }

    private static MatchedMember found(
            String printed, AgentMatch.Found found, String agentId, String name, String place, boolean added) {
        return MatchedMemberBuilder.builder()
                .printed(printed)
                .added(added)
                .reason(found.reason())
                .alternatives(found.basis().alternatives())
                .alternativeCount(found.basis().alternativeCount())
                .agentId(agentId)
                .name(name)
                .place(place)
                .step(found.basis().step())
                .score(found.score())
                .build();
    }

    /** The same without a name that is the printed one, as it is stored; empty values are not stored either. */
    MatchedMember compact() {
        return printed.equals(name)
                ? MatchedMemberBuilder.builder(this).name(null).build()
                : this;
    }

    /** The same with what was not stored. */
    MatchedMember restored() {
        var isFound = agentId != null;
        return MatchedMemberBuilder.builder(this)
                .reason(Objects.requireNonNullElse(reason, ""))
                .alternatives(Objects.requireNonNullElse(alternatives, List.of()))
                .name(isFound && name == null ? printed : name)
                .place(isFound && place == null ? "" : place)
                .build();
    }

    private static List<Alternative> stored(List<Candidate> candidates) {
        return candidates.stream()
                .limit(STORED_ALTERNATIVES)
                .map(candidate -> new Alternative(candidate.agentId(), candidate.name(), candidate.reason()))
                .toList();
    }
}

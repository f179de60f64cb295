package io.throughline.intake.matching;

import java.util.List;
import java.util.stream.Stream;

/** What was found for a listed agent, before checking whether the graph has it. */
sealed interface MatchFinding {

    /** All candidates in it; the one that is meant comes first. */
    List<CandidatePlace> candidates();

    /**
     * One candidate is meant.
     *
     * @param alternatives what else has the name
     */
    record FoundCandidate(
            CandidatePlace candidate, MatchStep step, double score, String reason, List<CandidatePlace> alternatives)
            implements MatchFinding {

        @Override
        public List<CandidatePlace> candidates() {
            return Stream.concat(Stream.of(candidate), alternatives.stream()).toList();
        }
    }

    /** A person has to decide. */
    record UnclearCandidates(String code, String reason, List<CandidatePlace> candidates) implements MatchFinding {}
}

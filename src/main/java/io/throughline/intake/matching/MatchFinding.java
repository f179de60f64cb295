package io.throughline.intake.matching;

import java.util.List;

/** What was found for a listed agent, before checking whether the graph has it. */
sealed interface MatchFinding {

    /** The candidates in it; the only one when one is meant. */
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
            return List.of(candidate);
        }
    }

    /** A person has to decide. */
    record UnclearCandidates(String code, String reason, List<CandidatePlace> candidates) implements MatchFinding {}
}

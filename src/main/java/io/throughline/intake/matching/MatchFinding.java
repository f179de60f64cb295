package io.throughline.intake.matching;

import java.util.List;

/** What was found for a listed agent, before checking whether the graph has it. */
sealed interface MatchFinding {

    /** All candidates in it. */
    List<CandidatePlace> candidates();

    /** One candidate is meant. */
    record FoundCandidate(CandidatePlace candidate, double score, String reason) implements MatchFinding {

        @Override
        public List<CandidatePlace> candidates() {
            return List.of(candidate);
        }
    }

    /** A person has to decide. */
    record UnclearCandidates(String code, String reason, List<CandidatePlace> candidates) implements MatchFinding {}
}

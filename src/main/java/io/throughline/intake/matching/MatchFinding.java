package io.throughline.intake.matching;

import java.util.List;

/** What was found for a written agent, before the graph is asked whether it has it. */
sealed interface MatchFinding {

    /** All options in it. */
    List<CandidatePlace> options();

    /** This is meant. */
    record Found(CandidatePlace option, double score, String reason) implements MatchFinding {

        @Override
        public List<CandidatePlace> options() {
            return List.of(option);
        }
    }

    /** A person has to say. */
    record Unclear(String code, String reason, List<CandidatePlace> options) implements MatchFinding {}
}

package io.throughline.matching;

import java.util.List;

/** What was found for a written agent, before the graph is asked whether it has it. */
sealed interface Finding {

    /** All options in it. */
    List<Option> options();

    /** This is meant. */
    record Found(Option option, double score, String reason) implements Finding {

        @Override
        public List<Option> options() {
            return List.of(option);
        }
    }

    /** A person has to say. */
    record Unclear(String code, String reason, List<Option> options) implements Finding {}
}

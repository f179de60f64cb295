package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.matching.AgentMatch.Alternative;
import io.throughline.intake.matching.AgentMatch.Candidate;
import io.throughline.intake.matching.AgentMatch.Known;
import io.throughline.intake.matching.AgentMatch.MatchBasis;
import io.throughline.intake.matching.AgentMatch.Waiting;
import io.throughline.intake.matching.MatchStep;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a line was read, as it is stored. */
class LineDetailTests {

    private static final MatchedMember BOSTON =
            MatchedMember.of("Boston", new Known("boston", "Boston", "", basis(List.of())));

    @Test
    void storesNothingThatFollowsFromTheRest() {
        var detail = new LineDetail(List.of(BOSTON), null, null);

        assertThat(detail.json())
                .isEqualTo("{\"members\":[{\"printed\":\"Boston\",\"agentId\":\"boston\",\"step\":\"NAME\","
                        + "\"score\":1.0,\"reason\":\"by its main name\"}]}");
    }

    @Test
    void isReadAsItWasStored() {
        var other = MatchedMember.of(
                "BOSTON",
                new Known("boston", "Boston", "US", basis(List.of(new Alternative("boston-uk", "Boston", "GB")))));
        var waiting = MatchedMember.of(
                "Springfield",
                new Waiting(
                        "AMBIGUOUS",
                        "several places",
                        List.of(new Candidate(null, null, "Springfield", 0.5, "US")),
                        List.of()));
        var detail = new LineDetail(List.of(BOSTON, other, waiting), "Boston", "AMBIGUOUS");

        assertThat(LineDetail.of(detail.json())).isEqualTo(detail);
        assertThat(LineDetail.of(LineDetail.NONE.json())).isEqualTo(LineDetail.NONE);
    }

    @Test
    void readsWhatWasStoredInFull() {
        var stored = "{\"members\":[{\"printed\":\"Boston\",\"agentId\":\"boston\",\"name\":\"Boston\",\"added\":false,"
                + "\"step\":\"NAME\",\"score\":1.0,\"reason\":\"by its main name\",\"alternativeCount\":0}]}";

        assertThat(LineDetail.of(stored).members()).containsExactly(BOSTON);
    }

    private static MatchBasis basis(List<Alternative> alternatives) {
        return new MatchBasis(MatchStep.NAME, 1, "by its main name", alternatives, alternatives.size(), List.of());
    }
}

package io.throughline.intake.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.matching.KnownAgent.Register;
import io.throughline.reference.gazetteer.Gazetteer;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentProposalsTests {

    private final Gazetteer gazetteer = new Gazetteer();
    private final AgentProposals agents = new AgentProposals(gazetteer);

    private CandidatePlace place(int geonames) {
        return CandidatePlace.of(Objects.requireNonNull(gazetteer.place(geonames)), true);
    }

    private CandidatePlace region(String iso) {
        return CandidatePlace.of(Objects.requireNonNull(gazetteer.region(iso)), true);
    }

    @Test
    void anIdIsNameAndCountryAndSaysMoreWhereNamesakesAre() {
        assertThat(agents.ids(place(3172629))).containsExactly("monza-it", "monza-it-3172629");
        assertThat(agents.ids(place(4250542))).containsExactly("springfield-us-il", "springfield-us-4250542");
        assertThat(agents.ids(region("DE-BY"))).containsExactly("bavaria-de", "bavaria-de-by");
        assertThat(agents.ids(region("MX-PUE"))).containsExactly("puebla-mx-pue");
    }

    @Test
    void anIdThatSomethingElseHasIsNotTaken() {
        var monza = place(3172629);
        assertThat(agents.of(monza, Map.of("monza-it", Set.of())).id()).isEqualTo("monza-it-3172629");
    }

    @Test
    void whatWasThereBeforeComesBackUnderItsId() {
        var before = Map.of("monza-it", Set.of(new Register("geonames", "3172629")));
        assertThat(agents.of(place(3172629), before).id()).isEqualTo("monza-it");
    }

    @Test
    void aStateIsGivenWhetherTheGraphHasItOrNot() {
        assertThat(agents.of(place(3172629), Map.of()).stateId()).isEqualTo("IT-25");
    }
}

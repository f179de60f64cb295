package io.throughline.intake.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.search.KnownAgent.AgentIdentifier;
import io.throughline.reference.gazetteer.Gazetteer;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("full") // plans its statements for each kind of list
class AgentProposalsTests {

    private final Gazetteer gazetteer = new Gazetteer();
    private final AgentProposals proposals = new AgentProposals(gazetteer);

    private CandidatePlace place(int geonames) {
        return CandidatePlace.of(Objects.requireNonNull(gazetteer.place(geonames)), true);
    }

    private CandidatePlace region(String iso) {
        return CandidatePlace.of(Objects.requireNonNull(gazetteer.region(iso)), true);
    }

    @Test
    void buildsIdsFromNameAndCountryAndMoreWhereThereAreNamesakes() {
        assertThat(proposals.ids(place(3172629))).containsExactly("monza-it", "monza-it-3172629");
        assertThat(proposals.ids(place(4250542))).containsExactly("springfield-us-il", "springfield-us-4250542");
        assertThat(proposals.ids(region("DE-BY"))).containsExactly("bavaria-de", "bavaria-de-by");
        assertThat(proposals.ids(region("MX-PUE"))).containsExactly("puebla-mx-pue");
    }

    @Test
    void avoidsAnIdThatIsInUse() {
        var monza = place(3172629);
        assertThat(proposals.propose(monza, Map.of("monza-it", Set.of())).id()).isEqualTo("monza-it-3172629");
    }

    @Test
    void reusesTheIdOfTheSamePlace() {
        var before = Map.of("monza-it", Set.of(new AgentIdentifier("geonames", "3172629")));
        assertThat(proposals.propose(place(3172629), before).id()).isEqualTo("monza-it");
    }

    @Test
    void givesTheStateEvenIfTheGraphLacksIt() {
        assertThat(proposals.propose(place(3172629), Map.of()).stateId()).isEqualTo("IT-25");
    }
}

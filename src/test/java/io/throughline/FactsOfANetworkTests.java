package io.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The main numbers of the example document that gives the facts of a network in one request. */
@GraphTest
class FactsOfANetworkTests {

    @Autowired
    private GraphQlTester graphQl;

    private GraphQlTester.Response answer;

    @BeforeEach
    void ask() {
        answer = graphQl.documentName("21-facts-of-a-network").execute();
    }

    @Test
    void whereItsMembersAreAndHowLarge() {
        answer.path("network.coverage.known").entity(Integer.class).isEqualTo(97);
        answer.path("network.members.facets[*].valueCount")
                .entityList(Integer.class)
                .containsExactly(50, 6, 4, 3);
        answer.path("network.members.facets[*].notRecorded")
                .entityList(Integer.class)
                .containsExactly(0, 0, 14, 87);
        answer.path("network.members.facets[1].buckets[*].value")
                .entityList(String.class)
                .containsExactly("asia", "north-america", "europe", "africa", "latin-america-and-caribbean");
        answer.path("network.members.facets[1].buckets[*].memberCount")
                .entityList(Integer.class)
                .containsExactly(34, 17, 16, 14, 13);
        answer.path("network.members.facets[2].buckets[*].memberCount")
                .entityList(Integer.class)
                .containsExactly(59, 20, 3, 1);
    }

    @Test
    void inWhichYearsTheyAreRecorded() {
        answer.path("growth.columns[0].recorded")
                .entityList(Integer.class)
                .containsExactly(54, 74, 77, 76, 94, 92, 95, 94, 93, 97);
        answer.path("growth.columns[0].unknown")
                .entityList(Integer.class)
                .containsExactly(49, 30, 27, 28, 10, 12, 9, 10, 11, 7);
    }

    @Test
    void whatElseTheyAreIn() {
        var pairs = answer.path("overlap.pairs").entityList(Map.class).get();
        assertThat(pairs).hasSize(12).allMatch(pair -> pair.get("measurable").equals(false));
        assertThat(answer.path("overlap.pairs[*].intersection")
                        .entityList(Integer.class)
                        .get())
                .containsExactly(16, 1, 14, 72, 10, 1, 2, 22, 84, 0, 1, 16);
    }

    @Test
    void howFarItCanBeTrusted() {
        answer.path("network.coverage.complete").entity(String.class).isEqualTo("YES");
        answer.path("network.disagreements[*].property")
                .entityList(String.class)
                .containsExactly("MEMBER_COUNT");
        answer.path("projection.brokers[0].label").entity(String.class).isEqualTo("Pittsburgh");
        answer.path("projection.measurable").entity(Boolean.class).isEqualTo(false);
    }
}

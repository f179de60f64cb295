package io.throughline.model.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class DisagreementsTests {

    @Autowired
    private GraphQlTester graphQl;

    private record Id(String id) {}

    private record Found(Id about, String property, String note, List<Id> claims) {}

    @Test
    void aboutEverythingAreThoseAboutEachThing() {
        var everything = disagreements("");
        assertThat(everything)
                .extracting(Found::property)
                .contains("MEMBER_COUNT", "CO_ORGANISER", "MEMBER", "actorTypes");
        everything.stream()
                .map(found -> found.about().id())
                .distinct()
                .forEach(subject -> assertThat(disagreements("(about: \"%s\")".formatted(subject)))
                        .as(subject)
                        .filteredOn(found -> found.about().id().equals(subject))
                        .containsExactlyElementsOf(everything.stream()
                                .filter(found -> found.about().id().equals(subject))
                                .toList()));
    }

    private List<Found> disagreements(String arguments) {
        return graphQl.document("{ disagreements%s { about { id } property note claims { id } } }".formatted(arguments))
                .execute()
                .path("disagreements")
                .entityList(Found.class)
                .get();
    }
}

package io.throughline.model.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class SecretariatsTests {

    @Autowired
    private GraphQlTester graphQl;

    @Test
    void eachOrganizationHasItsOwn() {
        var found = graphQl.document("""
                {
                  organizations(where: {id: {in: ["gcom", "race-to-zero", "ramcc"]}}, orderBy: {by: NAME}) {
                    nodes { id secretariats { totalCount nodes { id organization { id } } } }
                  }
                }
                """).execute();
        for (var id : List.of("gcom", "ramcc")) {
            var path = "organizations.nodes[?(@.id == '%s')].secretariats".formatted(id);
            found.path(path + ".nodes[*].organization.id")
                    .entityList(String.class)
                    .satisfies(owners -> assertThat(owners).isNotEmpty().containsOnly(id));
        }
        found.path("organizations.nodes[?(@.id == 'race-to-zero')].secretariats.totalCount")
                .entityList(Integer.class)
                .containsExactly(0);
    }

    @Tag("full") // plans a statement for each of its arguments
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first: 1 | 12 | 1",
                "first: 0 | 12 | 0",
                "where: {covers: {id: {eq: \"southeast-asia\"}}} | 1 | 1",
                "where: {covers: {id: {eq: \"FR\"}}} | 0 | 0",
                "orderBy: {by: NAME, direction: DESC}, last: 5 | 12 | 5"
            })
    void arePagedFilteredAndSortedLikeAllSecretariats(String arguments, int total, int entries) {
        var found = graphQl.document("{ organization(id: \"gcom\") { secretariats(%s) { totalCount nodes { id } } } }"
                        .formatted(arguments))
                .execute();
        found.path("organization.secretariats.totalCount").entity(Integer.class).isEqualTo(total);
        found.path("organization.secretariats.nodes").entityList(Object.class).hasSize(entries);
    }
}

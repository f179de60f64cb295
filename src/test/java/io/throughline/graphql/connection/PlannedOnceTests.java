package io.throughline.graphql.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import io.throughline.infra.cypher.GraphWriter;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The database plans each text once, so a text must depend on what is requested, not on the values or how many there are. */
@GraphTest
class PlannedOnceTests {

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private GraphWriter writer;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "cities(where: {memberOf: {allOf: ?}}) { totalCount nodes { name } } | [\"c40\"] | [\"c40\", \"gcom\", \"iclei\"]",
                "cities(where: {memberOf: {anyOf: ?}}) { totalCount nodes { name } } | [\"c40\"] | []",
                "cities(where: {memberOf: {allOf: [\"c40\"], noneOf: ?}}) { nodes { name } } | [\"gcom\"] | [\"race-to-zero\", \"iclei\"]",
                "cities(where: {not: {memberOf: {allOf: ?}}}) { totalCount } | [\"c40\"] | [\"race-to-zero\", \"iclei\"]",
                "cities(where: {memberOf: {allOf: ?, asOf: \"2020-01-01\"}}) { nodes { name } } | [\"c40\"] | [\"c40\", \"gcom\"]",
                "cities(where: {name: {in: ?}}) { totalCount nodes { name } } | [\"Lima\"] | [\"Köln\", \"São Paulo\", \"Malmö\"]",
                "cities(where: {name: {startsWith: ?}}) { totalCount nodes { name } } | \"San\" | \"Mün\"",
                "cities(where: {name: {eq: ?}}) { nodes { name } } | \"Lima\" | \"!?\"",
                "cities(where: {name: {contains: ?}}) { nodes { name } } | \"ville\" | \"ü\"",
                "cities(where: {id: {in: ?}}, orderBy: {by: POPULATION}) { nodes { name } } | [\"lima\"] | [\"boston\", \"lima\", \"paris\"]",
                "cities(where: {population: {gte: ?}}) { nodes { name } } | 1 | 1000000",
                "cities(where: {country: {iso: {in: ?}}}) { facets(by: COUNTRY) { buckets { value } } } | [\"PE\"] | [\"US\", \"BR\"]",
                "cities(first: ?) { nodes { name } } | 1 | 50",
                "organization(id: \"c40\") { members(roles: ?) { totalCount nodes { role } } } | [MEMBER] | [MEMBER, SIGNATORY]",
                "organization(id: ?) { members(where: {member: {name: {startsWith: \"b\"}}}) { totalCount } } | \"c40\" | \"gcom\"",
                "figures(metrics: ?) { nodes { value } } | [MEMBER_COUNT] | [MEMBER_COUNT, TARGET_MEMBER_COUNT]",
                "disagreements(about: ?) { note } | [\"ramcc\"] | [\"gcom\", \"c40\", \"race-to-zero\"]",
                "search(text: ?) { nodes { id } } | \"Lima\" | \"United Nations\"",
                "resolveNames(names: ?) { status } | [\"Lima\"] | [\"Köln\", \"Boston\", \"Cambridge\"]",
                "incidence(organizations: ?) { rows { name } } | [\"c40\"] | [\"c40\", \"gcom\"]",
                "graph(roots: ?) { nodes { id } } | [\"boston\"] | [\"ramcc\", \"lima\"]",
                "paths(from: ?, to: \"race-to-zero\") { paths { length } } | \"boston\" | \"uclg-aspac\"",
                "timeline(sources: ?) { nodes { label } } | [\"text-mma\"] | [\"text-mma\", \"text-jci\"]",
            })
    void hasOneTextPerShape(String field, String one, String other) {
        assertThat(texts(field.replace("?", other))).isEqualTo(texts(field.replace("?", one)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cities(first: 1, after: ?) { pageInfo { endCursor } }",
                "cities(first: 1, after: ?, orderBy: {by: POPULATION, direction: DESC}) { pageInfo { endCursor } }",
                "cities(first: 1, after: ?, where: {memberOf: {allOf: [\"c40\"]}}) { pageInfo { endCursor } }",
                "memberships(first: 1, after: ?) { pageInfo { endCursor } }",
                "search(text: \"San\", first: 1, after: ?) { pageInfo { endCursor } }",
            })
    void hasOneTextForAllPages(String field) {
        var first = endCursor(field.replace("?", "null"));
        var second = endCursor(field.replace("?", "\"" + first + "\""));
        assertThat(second).isNotEqualTo(first);
        assertThat(texts(field.replace("?", "\"" + second + "\"")))
                .isEqualTo(texts(field.replace("?", "\"" + first + "\"")));
    }

    private String endCursor(String field) {
        return graphQl.document("{ at: %s }".formatted(field))
                .execute()
                .path("at.pageInfo.endCursor")
                .entity(String.class)
                .get();
    }

    private Set<String> texts(String field) {
        try (var log = StatementLog.afterWrite(writer)) {
            graphQl.document("{ %s }".formatted(field)).executeAndVerify();
            assertThat(log.texts()).isNotEmpty();
            return log.texts();
        }
    }
}

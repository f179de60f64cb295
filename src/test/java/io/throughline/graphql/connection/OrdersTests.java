package io.throughline.graphql.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Sorting of lists, and their cursors. */
@GraphTest
class OrdersTests {

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private Driver driver;

    private List<String> cursors = List.of();

    @Tag("full") // plans a statement for each order and direction
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cities | {by: POPULATION}",
                "cities | {by: POPULATION, direction: DESC}",
                "cities | {by: POPULATION, nulls: FIRST}",
                "cities | {by: POPULATION, direction: DESC, nulls: FIRST}",
                "cities | [{by: COUNTRY}, {by: POPULATION, direction: DESC}]",
                "regions | [{by: STATE, nulls: FIRST}, {by: NAME, direction: DESC}]",
                "organizations | [{by: MEMBER_COUNT, direction: DESC}]",
                "organizations | [{by: CHANNEL_COUNT, direction: DESC}]",
                "memberships | [{by: SOURCE_COUNT, direction: DESC}, {by: VALID_FROM, nulls: FIRST}, {by: ORGANIZATION}]",
                "sources | [{by: STATED_AT, direction: DESC}]",
                "figures | [{by: METRIC}, {by: VALUE, direction: DESC}]",
                "pledges | [{by: TARGET_YEAR, direction: DESC}, {by: KIND}, {by: UNDER, nulls: FIRST}]",
                "events | {by: DATES}",
            })
    void pagesInBothDirectionsAddUpToTheSortedList(String list, String orderBy) {
        pagesAddUp(list, orderBy);
    }

    @Test
    @Tag("full") // counts for every city on every page
    void pagesAddUpWhenSortedByACount() {
        pagesAddUp(
                "cities",
                "[{by: MEMBERSHIP_COUNT, direction: DESC, counting: {organization: {kind: {eq: NETWORK}}}}, {by: NAME}]");
    }

    private void pagesAddUp(String list, String orderBy) {
        var whole = page(list, orderBy, "first: 150");
        assertThat(whole).doesNotHaveDuplicates().isNotEmpty();
        var forward = new ArrayList<String>();
        var after = "";
        while (forward.size() < whole.size()) {
            var size = Math.min(11, whole.size() - forward.size());
            var page = page(list, orderBy, "first: %d%s".formatted(size, after));
            assertThat(page).isNotEmpty();
            forward.addAll(page);
            after = ", after: \"%s\"".formatted(cursors.get(cursors.size() - 1));
        }
        assertThat(forward).isEqualTo(whole);
        var before = page(list, orderBy, "last: 9" + after.replace("after", "before"));
        var end = whole.size() - 1;
        assertThat(before).isEqualTo(whole.subList(Math.max(0, end - 9), end));
    }

    @Test
    void putsValuesThatAreNotRecordedFirstOrLast() {
        var down =
                "{ cities(first: 200, orderBy: {by: POPULATION, direction: DESC, nulls: %s}) { nodes { population } } }";
        var last = populations(down.formatted("LAST"));
        assertThat(last.get(0))
                .isEqualTo(
                        Collections.max(last.stream().filter(Objects::nonNull).toList()));
        var known = last.stream().takeWhile(Objects::nonNull).toList();
        assertThat(known).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(populations(down.formatted("FIRST")).get(0)).isNull();
    }

    @Test
    void sortsByAFilteredCount() {
        var expected = driver.executableQuery("""
                        MATCH (city:City)
                        WITH city.id AS id, city.sortName AS name,
                             COUNT {
                               MATCH (city)-[link:MEMBER_OF]->(network:Organization {kind: 'NETWORK'})
                               WHERE link.role IN ['MEMBER', 'SIGNATORY'] AND coalesce(link.status, '') <> 'ENDED'
                               RETURN DISTINCT network
                             } AS count
                        ORDER BY count DESC, name, id
                        LIMIT 50
                        RETURN id
                        """).execute().records().stream()
                .map(row -> row.get("id").asString())
                .toList();
        var counted = "{by: MEMBERSHIP_COUNT, direction: DESC%s}, {by: NAME}";
        assertThat(page(
                        "cities",
                        "[" + counted.formatted(", counting: {organization: {kind: {eq: NETWORK}}}") + "]",
                        "first: 50"))
                .isEqualTo(expected)
                .isNotEqualTo(page("cities", "[" + counted.formatted("") + "]", "first: 50"));
    }

    @Test
    void rejectsACursorOfAnotherOrder() {
        page("cities", "{by: POPULATION}", "first: 1");
        var cursor = cursors.get(0);
        for (var order : List.of("", ", orderBy: {by: COUNTRY}", ", orderBy: {by: POPULATION, direction: DESC}")) {
            graphQl.document("{ cities(first: 1, after: \"%s\"%s) { totalCount } }".formatted(cursor, order))
                    .execute()
                    .errors()
                    .satisfy(errors -> assertThat(errors)
                            .singleElement()
                            .satisfies(error ->
                                    assertThat(error.getMessage()).contains("of the same list in the same order")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ found: cities(first: 1) { pageInfo { endCursor } } } | { regions(first: 1, after: $) { totalCount } }",
                "{ found: campaigns(first: 1) { pageInfo { endCursor } } } | { networks(first: 1, after: $) { totalCount } }",
                "{ found: cities(first: 1, orderBy: {by: NAME}) { pageInfo { endCursor } } } | { regions(first: 1, after: $, orderBy: {by: NAME}) { totalCount } }",
                "{ in: network(id: \"c40\") { found: members(first: 1) { pageInfo { endCursor } } } } | { network(id: \"c40\") { channels(first: 1, after: $) { totalCount } } }",
                "{ in: changes(organization: \"c40\", from: \"2000-01-01\") { found: unknown(first: 1) { pageInfo { endCursor } } } } | { changes(organization: \"c40\", from: \"2000-01-01\") { stayed(after: $) { totalCount } } }",
                "{ found: search(text: \"san\", first: 1) { pageInfo { endCursor } } } | { timeline(after: $) { totalCount } }",
                "{ found: timeline(first: 1) { pageInfo { endCursor } } } | { search(text: \"san\", after: $) { totalCount } }",
            })
    void rejectsACursorOfAnotherList(String list, String other) {
        graphQl.document(other.replace("$", "\"" + endCursor(list) + "\""))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getExtensions())
                            .containsEntry("code", "BAD_ARGUMENT")
                            .containsEntry("argument", "after");
                    assertThat(error.getMessage()).contains("of the same list in the same order");
                }));
    }

    @Tag("full") // plans each list twice, once as known earlier
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ in: network(id: \"c40\") { found: members(first: 1) { pageInfo { endCursor } } } } | { in: organization(id: \"c40\") { found: members(first: 1, after: $, knownAt: \"2100-01-01T00:00:00Z\") { pageInfo { hasPreviousPage } } } }",
                "{ in: city(id: \"boston\") { found: memberships(first: 1) { pageInfo { endCursor } } } } | { in: node(id: \"boston\") { ... on Agent { found: memberships(first: 1, after: $) { pageInfo { hasPreviousPage } } } } }",
                "{ in: city(id: \"boston\") { found: memberships(first: 1) { pageInfo { endCursor } } } } | { in: node(id: \"c40\") { ... on Organization { found: memberships(first: 1, after: $) { pageInfo { hasPreviousPage } } } } }",
            })
    void acceptsACursorOfTheSameListReachedThroughAnotherField(String list, String same) {
        graphQl.document(same.replace("$", "\"" + endCursor(list) + "\""))
                .execute()
                .path("in.found.pageInfo.hasPreviousPage")
                .entity(Boolean.class)
                .isEqualTo(true);
    }

    private String endCursor(String document) {
        return graphQl.document(document)
                .execute()
                .path((document.startsWith("{ in:") ? "in." : "") + "found.pageInfo.endCursor")
                .entity(String.class)
                .get();
    }

    private List<Integer> populations(String document) {
        return graphQl.document(document)
                .execute()
                .path("cities.nodes[*].population")
                .entityList(Integer.class)
                .get();
    }

    private List<String> page(String list, String orderBy, String arguments) {
        var found = graphQl.document(
                        "{ %s(%s, orderBy: %s) { edges { cursor node { id } } } }".formatted(list, arguments, orderBy))
                .execute();
        cursors = found.path(list + ".edges[*].cursor").entityList(String.class).get();
        return found.path(list + ".edges[*].node.id").entityList(String.class).get();
    }
}

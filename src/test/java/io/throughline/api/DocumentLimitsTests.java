package io.throughline.api;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What a document may take; each of these is refused in no time. */
@GraphTest
@Timeout(10)
class DocumentLimitsTests {

    @Autowired
    private GraphQlTester graphQl;

    @Test
    void aThousandAliasesOfAFieldAreTooMany() {
        assertRefused("{" + times(1_000, i -> "a" + i + ": __typename ") + "}", "DOCUMENT_TOO_COMPLEX");
    }

    @Test
    void thousandsOfFieldsAreNotEvenRead() {
        assertRefused("{" + "a ".repeat(10_000) + "}", "DOCUMENT_TOO_LARGE");
    }

    @Test
    void moreThanAHundredThousandCharactersAreNotRead() {
        assertRefused("{ __typename } #" + "x".repeat(100_000), "DOCUMENT_TOO_LARGE");
    }

    @Test
    void bracesWithoutEndAreNotRead() {
        assertRefused("{ a".repeat(1_000), "DOCUMENT_TOO_LARGE");
    }

    @Test
    void fieldsWithoutEndAreTooDeep() {
        var half = "members { nodes { organization { ";
        assertRefused(
                "{ organization(id: \"c40\") { " + half.repeat(10) + "name" + " } } }".repeat(10) + " } }",
                "DOCUMENT_TOO_COMPLEX");
    }

    @Test
    void pagesWithinPagesAreTooMuch() {
        assertRefused(
                "{ organizations(first: 200) { nodes { members(first: 200) { nodes { claims(first: 200) { nodes { id } } } } } } }",
                "DOCUMENT_TOO_COMPLEX");
        graphQl.document(
                        "{ organizations(first: 200) { nodes { members(first: 200) { nodes { member { name } via { name } } } } } }")
                .executeAndVerify();
    }

    @Test
    void pagesWithinAMapOrAMatrixAreTooMuch() {
        assertRefused(
                "{ graph(roots: [\"c40\"], maxNodes: 5000) { nodes { entity { ... on City { claims(first: 200) { nodes { id } } } } } } }",
                "DOCUMENT_TOO_COMPLEX");
        assertRefused(
                "{ incidence(organizations: [\"c40\"]) { rows { member { memberships(first: 200) { nodes { id role } } } } } }",
                "DOCUMENT_TOO_COMPLEX");
    }

    @Test
    void fragmentsThatDoubleEachOtherTakeNoTime() {
        var document = "{ city(id: \"boston\") { ...f0 } } "
                + times(40, i -> "fragment f%d on City { ...f%d ...f%d } ".formatted(i, i + 1, i + 1))
                + "fragment f40 on City { name }";
        assertRefused(document, "DOCUMENT_TOO_COMPLEX");
    }

    private void assertRefused(String document, String code) {
        graphQl.document(document)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", code)));
    }

    private static String times(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(joining());
    }
}

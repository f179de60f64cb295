package io.throughline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class BadInputTests {

    @Autowired
    private GraphQlTester graphQl;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ found: city(id: \"atlantis\") { name } }",
                "{ found: campaign(id: \"c40\") { name } }",
                "{ found: network(id: \"boston\") { name } }",
                "{ found: event(id: \"no-such-event\") { name } }",
                "{ found: node(id: \"no-such-thing\") { id } }"
            })
    void anUnknownIdIsNullAndNoError(String document) {
        graphQl.document(document).execute().path("found").valueIsNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ city(id: \"\") { name } } | id | BAD_ARGUMENT | id is \"\"; expected a readable id such as race-to-zero, boston or US-MA",
                "{ city(id: \"<b>\") { name } } | id | BAD_ARGUMENT | id is \"<b>\"; expected a readable id such as race-to-zero, boston or US-MA",
                "{ disagreements(about: \"\\n\") { note } } | about | BAD_ARGUMENT | expected a readable id",
                "{ cities(first: -1) { totalCount } } | first | BAD_ARGUMENT | first is -1; expected a whole number from 0 to 500",
                "{ cities(first: 501) { totalCount } } | first | BAD_ARGUMENT | first is 501; expected a whole number from 0 to 500",
                "{ cities(after: \"nonsense\") { totalCount } } | after | BAD_ARGUMENT | after is \"nonsense\"; expected a cursor taken from pageInfo or an edge of the same list in the same order",
                "{ cities(last: 1000) { totalCount } } | last | BAD_ARGUMENT | last is 1000; expected a whole number from 0 to 500",
                "{ cities(first: 2147483647) { totalCount } } | first | BAD_ARGUMENT | first is 2147483647; expected a whole number from 0 to 500",
                "{ cities(after: \"\") { totalCount } } | after | BAD_ARGUMENT | expected a cursor",
                "{ cities(after: \"AAAA\") { totalCount } } | after | BAD_ARGUMENT | expected a cursor",
                "{ cities(before: \"_wD-\") { totalCount } } | before | BAD_ARGUMENT | expected a cursor",
                "{ cities(first: 1, last: 1) { totalCount } } | last | BAD_ARGUMENT | last is 1; expected either first and after, or last and before",
                "{ city(id: \"boston\") { memberships(after: \"%%\") { totalCount } } } | after | BAD_ARGUMENT | after is \"%%\"",
                "{ event(id: \"session-resilient-just-future\") { startsAt(zone: \"Mars\") } } | zone | BAD_ARGUMENT | zone is \"Mars\"; expected a time zone"
            })
    void aBadArgumentIsNamedWithItsValueAndWhatIsExpected(
            String document, String argument, String code, String message) {
        graphQl.document(document)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getMessage()).contains(message);
                    assertThat(error.getExtensions())
                            .containsEntry("code", code)
                            .containsEntry("argument", argument);
                }));
    }

    @Test
    void moreThanALimitIsToldAsANumberToo() {
        graphQl.document("{ cities(first: 501) { totalCount } }")
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getExtensions())
                            .containsEntry("limit", 500L)
                            .containsEntry("requested", 501L);
                    assertThat(error.getPath()).isEqualTo("cities");
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ campaign(id: \"race-to-zero\") { criteria(asOf: \"2021-13-01\") { name } } } | asOf | GRAPHQL_VALIDATION_FAILED",
                "{ campaign(id: \"race-to-zero\") { criteria(asOf: \"2021-02-30\") { name } } } | asOf | GRAPHQL_VALIDATION_FAILED",
                "{ timeline(from: \"2021-13\") { totalCount } } | from | GRAPHQL_VALIDATION_FAILED",
                "{ campaign(id: \"race-to-zero\") { criteria(asOf: \"yesterday\") { name } } } | asOf | GRAPHQL_VALIDATION_FAILED",
                "{ cities(first: \"ten\") { totalCount } } | first | GRAPHQL_VALIDATION_FAILED",
                "{ organizations(where: {kind: {eq: CLUB}}) { totalCount } } | kind | GRAPHQL_VALIDATION_FAILED",
                "{ city { name } } | id | GRAPHQL_VALIDATION_FAILED",
                "{ town { name } } | town | GRAPHQL_VALIDATION_FAILED",
                "{ cities( | | GRAPHQL_PARSE_FAILED"
            })
    void aDocumentThatDoesNotFitTheSchemaHasItsCode(String document, String named, String code) {
        graphQl.document(document)
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
                    assertThat(error.getExtensions()).containsEntry("code", code);
                    assertThat(error.getMessage()).contains(named == null ? "" : named);
                    assertThat(error.getMessage()).doesNotContain("Exception", "java.");
                }));
    }
}

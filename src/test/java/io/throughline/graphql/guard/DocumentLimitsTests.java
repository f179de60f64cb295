package io.throughline.graphql.guard;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.instrumentation.ChainedInstrumentation;
import io.throughline.GraphTest;
import io.throughline.graphql.errors.ErrorCodeInstrumentation;
import io.throughline.infra.limit.RequestLimits;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.graphql.ResponseError;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Limits of requests; each of these requests is rejected quickly. */
@GraphTest
@Timeout(10)
class DocumentLimitsTests {

    private static final String FIELDS =
            "id name kind __typename country { id name __typename } state { id name __typename }";

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private GraphQlSource source;

    @Test
    void rejectsAThousandAliases() {
        assertRefused(
                "{" + times(1_000, i -> "a" + i + ": __typename ") + "}",
                "DOCUMENT_TOO_COMPLEX",
                "aliases",
                100,
                1_000);
    }

    @Test
    void rejectsTooManyDirectives() {
        assertRefused(
                "{" + "__typename @skip(if: false) ".repeat(60) + "}", "DOCUMENT_TOO_COMPLEX", "directives", 50, 60);
    }

    @Test
    void rejectsTooManyTokensWhileParsing() {
        assertRefused("{" + "a ".repeat(10_000) + "}", "DOCUMENT_TOO_LARGE", "tokens", 5_000, 5_001);
    }

    @Test
    void rejectsMoreThanAHundredThousandCharacters() {
        assertRefused("{ __typename } #" + "x".repeat(100_000), "DOCUMENT_TOO_LARGE", "characters", 100_000, 100_016);
    }

    @Test
    void rejectsDeepNestingWhileParsing() {
        assertRefused("{ a".repeat(1_000), "DOCUMENT_TOO_LARGE", "depth", 200, 201);
    }

    @Test
    void rejectsFieldsNestedTooDeeply() {
        var half = "members { nodes { organization { ";
        assertRefused(
                "{ organization(id: \"c40\") { " + half.repeat(10) + "name" + " } } }".repeat(10) + " } }",
                "DOCUMENT_TOO_COMPLEX",
                "depth",
                25,
                32);
    }

    @Test
    void countsTheDepthOfFieldsInFragments() {
        var document = "{ city(id: \"boston\") { ...f0 } } "
                + times(
                        15,
                        i -> "fragment f%d on City { memberships { nodes { member { ...f%d } } } } "
                                .formatted(i, i + 1))
                + "fragment f15 on City { name }";
        assertRefused(document, "DOCUMENT_TOO_COMPLEX", "depth", 25, 47);
    }

    @Test
    void rejectsTooManyFields() {
        var document = "{" + times(60, i -> "a%d: city(id: \"boston\") { %s } ".formatted(i, FIELDS)) + "}";
        assertRefused(document, "DOCUMENT_TOO_COMPLEX", "fields", 500, 501);
    }

    @Test
    void rejectsNestedPagesThatCostTooMuch() {
        assertRefused(
                "{ organizations(first: 200) { nodes { members(first: 200) { nodes { claims(first: 200) { nodes { id } } } } } } }",
                "DOCUMENT_TOO_COMPLEX",
                "cost",
                500_000,
                8_040_200);
    }

    @Test
    void everyResponseReportsItsCost() {
        assertThat(cost("{ organizations(first: 100) { nodes { members(last: 10) { nodes { via { name } } } } } }"))
                .isEqualTo(Map.of("requested", 1_100L, "limit", 500_000L));
        assertThat(cost("{ cities { totalCount } }")).containsEntry("requested", 20L);
        assertThat(cost("{ nodes(ids: [\"c40\", \"boston\"]) { id } }")).containsEntry("requested", 2L);
        assertThat(cost("{ city(id: \"boston\") { name } }")).containsEntry("requested", 0L);
    }

    private Map<String, Object> cost(String document) {
        var cost = new HashMap<String, Object>();
        graphQl.document(document)
                .execute()
                .returnResponse()
                .getExtensions()
                .forEach((name, value) -> ((Map<?, ?>) value).forEach((key, number) -> cost.put((String) key, number)));
        return cost;
    }

    /** Validating 800 fragments took 11 s; 1,600 overflowed the stack. */
    @ParameterizedTest
    @ValueSource(ints = {60, 400, 800, 1_600})
    void rejectsChainsOfFragmentsBeforeValidation(int fragments) {
        var document = "{ ...f0 } "
                + times(fragments, i -> "fragment f%d on Query { ...f%d } ".formatted(i, i + 1))
                + "fragment f%d on Query { __typename }".formatted(fragments);
        if (fragments > 700) {
            assertRefused(document, "DOCUMENT_TOO_LARGE", "tokens", 5_000, 5_001);
        } else {
            assertRefused(document, "DOCUMENT_TOO_COMPLEX", "fragments", 50, fragments + 1);
        }
    }

    @Test
    void rejectsFragmentCycles() {
        assertRefused(
                "{ ...f0 } " + times(60, i -> "fragment f%d on Query { ...f%d } ".formatted(i, (i + 1) % 60)),
                "DOCUMENT_TOO_COMPLEX",
                "fragments",
                50,
                60);
        graphQl.document("{ ...f0 } " + times(50, i -> "fragment f%d on Query { ...f%d } ".formatted(i, (i + 1) % 50)))
                .execute()
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .isNotEmpty()
                        .allSatisfy(error ->
                                assertThat(error.getExtensions()).containsEntry("code", "GRAPHQL_VALIDATION_FAILED")));
    }

    @Test
    void rejectsTooManySpreads() {
        assertRefused(
                "{ " + "...f ".repeat(201) + "} fragment f on Query { __typename }",
                "DOCUMENT_TOO_COMPLEX",
                "spreads",
                200,
                201);
    }

    @Test
    void rejectsPagesInAMapMatrixOrPathThatCostTooMuch() {
        assertRefused(
                "{ graph(roots: [\"c40\"], maxNodes: 5000) { nodes { entity { ... on City { claims(first: 200) { nodes { id } } } } } } }",
                "DOCUMENT_TOO_COMPLEX",
                "cost",
                500_000,
                1_005_000);
        assertRefused(
                "{ incidence(organizations: [\"c40\"]) { rows { member { memberships(first: 500) { nodes { id role } } } } } }",
                "DOCUMENT_TOO_COMPLEX",
                "cost",
                500_000,
                501_000);
        assertRefused(
                "{ paths(from: \"boston\", to: \"c40\") { paths { steps { from { memberships(first: 500) { nodes { claims(first: 10) { nodes { id } } } } } } } } }",
                "DOCUMENT_TOO_COMPLEX",
                "cost",
                500_000,
                1_100_200);
    }

    @Test
    void rejectsExponentialFragmentsQuickly() {
        var document = "{ city(id: \"boston\") { ...f0 } } "
                + times(40, i -> "fragment f%d on City { ...f%d ...f%d } ".formatted(i, i + 1, i + 1))
                + "fragment f40 on City { name }";
        assertRefused(document, "DOCUMENT_TOO_COMPLEX", "fields", 5_000, Integer.MAX_VALUE);
    }

    /** The longest allowed chain, with as many spreads as allowed. */
    @Test
    void validatesTheWorstAllowedDocumentQuickly() {
        var document = "{ ...f0 } "
                + times(49, i -> "fragment f%d on Query { ...f%d %s } ".formatted(i, i + 1, "...f49 ".repeat(3)))
                + "fragment f49 on Query { __typename }";
        var begin = System.nanoTime();
        graphQl.document(document).execute();
        assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(1_000);
    }

    @Test
    void rejectsLongLists() {
        assertRefused(
                "{ nodes(ids: [" + "\"c40\" ".repeat(1_001) + "]) { id } }",
                "DOCUMENT_TOO_COMPLEX",
                "input-list",
                1_000,
                1_001);
        assertRefused(Map.of("ids", Collections.nCopies(1_001, "c40")), "input-list", 1_000, 1_001);
    }

    @Test
    void rejectsTooManyVariables() {
        var many = IntStream.range(0, 20_000).boxed().collect(toMap(i -> "v" + i, i -> (Object) i));
        assertRefused(many, "variables", 10_000, 20_000);
        Object deep = "x";
        for (var i = 0; i < 30; i++) {
            deep = List.of(deep);
        }
        assertRefused(Map.of("v", deep), "depth", 25, 30);
    }

    @ParameterizedTest
    @CsvSource({"{ __schema { types { name } } }", "{ __type(name: \"City\") { fields { name } } }"})
    void introspectionCanBeDisabled(String document) {
        graphQl.document(document).executeAndVerify();
        assertThat(withoutIntrospection(document))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .containsEntry(
                                "extensions",
                                Map.of("classification", "IntrospectionDisabled", "code", "INTROSPECTION_DISABLED")));
        assertThat(withoutIntrospection("{ __typename }")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ citie { totalCount } }",
                "{ cities { totalCoun } }",
                "{ cities(firs: 1) { totalCount } }",
                "{ organizations(kind: [NETWOR]) { totalCount } }",
                "{ node(id: \"boston\") { ... on Cit { name } } }",
                "query($x: Cit) { __typename }",
                "{ __typename @skp(if: true) }"
            })
    void errorsDoNotSuggestNamesWhenIntrospectionIsDisabled(String document) {
        assertThat(withoutIntrospection(document))
                .isNotEmpty()
                .allSatisfy(
                        error -> assertThat(String.valueOf(error.get("message")))
                                .doesNotContainPattern(
                                        "(?i)did you mean|suggest|\\bcities\\b.*\\bcitie\\b|NETWORK|City\\b|totalCount|'first'|'skip'"));
    }

    private List<Map<String, Object>> withoutIntrospection(String document) {
        var limits = limits(Map.of("throughline.limits.introspection", "false"));
        var withoutIntrospection = GraphQL.newGraphQL(source.schema())
                .instrumentation(
                        new ChainedInstrumentation(new ErrorCodeInstrumentation(limits), new DocumentLimits(limits)))
                .build();
        return withoutIntrospection.execute(ExecutionInput.newExecutionInput(document)).getErrors().stream()
                .map(GraphQLError::toSpecification)
                .toList();
    }

    private static RequestLimits limits(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("throughline.limits", RequestLimits.class);
    }

    private void assertRefused(Map<String, Object> variables, String name, long limit, long requested) {
        var request = graphQl.document("{ __typename }");
        variables.forEach(request::variable);
        request.execute()
                .errors()
                .satisfy(errors -> assertError(errors, "VARIABLES_TOO_LARGE", name, limit, requested));
    }

    private void assertRefused(String document, String code, String name, long limit, long requested) {
        graphQl.document(document)
                .execute()
                .errors()
                .satisfy(errors -> assertError(errors, code, name, limit, requested));
    }

    private static void assertError(List<ResponseError> errors, String code, String name, long limit, long requested) {
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.getExtensions())
                    .containsEntry("code", code)
                    .containsEntry("limitName", name)
                    .containsEntry("limit", limit)
                    .containsEntry("requested", requested);
            assertThat(error.getMessage()).contains(String.valueOf(limit), String.valueOf(requested), "; ");
        });
    }

    private static String times(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(joining());
    }
}

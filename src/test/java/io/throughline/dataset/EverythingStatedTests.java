package io.throughline.dataset;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.reference.date.PartialDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;
import tools.jackson.databind.JsonNode;

/** Everything that a line of the dataset states can be read from its claim over GraphQL, and nothing else. */
@GraphTest
class EverythingStatedTests {

    private static final int PAGE = 500;

    private static final String CLAIMS = """
            query($ids: [ID!]!) {
              claims(first: 500, where: {id: {in: $ids}}) { nodes {
                id
                statements { aboutId property value }
                validFrom validTo status via { id } viaStatus directness post { id } area { id } position
              } }
            }
            """;

    /** The fields of a claim with the values of its membership, by the column they come from. */
    private static final Map<String, String> FIELDS = Map.of(
            "valid_from", "/validFrom",
            "valid_to", "/validTo",
            "status", "/status",
            "via", "/via",
            "via_status", "/viaStatus",
            "directness", "/directness",
            "post", "/post/id",
            "area", "/area/id",
            "position", "/position");

    @Autowired
    private GraphQlTester graphQl;

    @Test
    void everyLineOfStatementsCanBeReadBack() {
        var lines = DatasetVariants.REAL.rows(DatasetTables.STATEMENTS);
        assertThat(lines).hasSizeGreaterThan(300);
        var claims = claims(lines);
        assertThat(lines)
                .allSatisfy(line -> assertThat(statements(claims.get(line.required("claim"))))
                        .contains(statement(
                                line.required("subject"),
                                line.required("property"),
                                line.cells().get("value"))));
    }

    @Test
    void everyFactOfAClaimHasItsPropertyAndValue() {
        var tables = DatasetTables.ALL.stream()
                .filter(table -> table.hasEvidence() && table.id() != null)
                .toList();
        for (var table : tables) {
            var lines = DatasetVariants.REAL.rows(table);
            var claims = claims(lines);
            var template = Objects.requireNonNull(table.claim());
            assertThat(lines)
                    .allSatisfy(line -> assertThat(statements(claims.get(line.required("claim"))))
                            .contains(statement(
                                    Objects.requireNonNull(table.id()).apply(line),
                                    template.property().apply(line),
                                    line.cells().get(Objects.requireNonNull(template.value())))));
        }
    }

    @Test
    void aClaimOnAMembershipHasExactlyTheValuesOfItsLine() {
        var lines = DatasetVariants.REAL.rows(DatasetTables.MEMBERSHIPS);
        var claims = claims(lines);
        assertThat(lines).anyMatch(line -> line.cells().get("valid_from") instanceof PartialDate);
        assertThat(lines)
                .allSatisfy(line -> FIELDS.forEach((column, field) -> {
                    var read = Objects.requireNonNull(claims.get(line.required("claim")))
                            .at(field);
                    assertThat(text(read))
                            .as("%s of %s", column, line)
                            .isEqualTo(text(line.cells().get(column)));
                }));
    }

    @Test
    void aClaimThatIsNotOnAMembershipStatesNothingOfOne() {
        var claims = claims(DatasetVariants.REAL.rows(DatasetTables.STATEMENTS).stream()
                .filter(line -> line.required("claim").equals("claim-2.22"))
                .toList());
        var claim = Objects.requireNonNull(claims.get("claim-2.22"));
        assertThat(FIELDS.values())
                .allSatisfy(field -> assertThat(text(claim.at(field))).isNull());
        assertThat(statements(claim)).hasSize(2);
    }

    private Map<String, JsonNode> claims(List<DatasetRow> lines) {
        var ids = lines.stream().map(line -> line.required("claim")).distinct().toList();
        var claims = new HashMap<String, JsonNode>();
        for (var from = 0; from < ids.size(); from += PAGE) {
            claims.putAll(graphQl
                    .document(CLAIMS)
                    .variable("ids", ids.subList(from, Math.min(ids.size(), from + PAGE)))
                    .execute()
                    .path("claims.nodes")
                    .entityList(JsonNode.class)
                    .get()
                    .stream()
                    .collect(toMap(claim -> claim.get("id").asString(), claim -> claim)));
        }
        assertThat(claims).hasSameSizeAs(ids);
        return claims;
    }

    private static List<List<@Nullable Object>> statements(@Nullable JsonNode claim) {
        var statements = new ArrayList<List<@Nullable Object>>();
        Objects.requireNonNull(claim)
                .get("statements")
                .forEach(each -> statements.add(statement(
                        each.get("aboutId").asString(), each.get("property").asString(), each.get("value"))));
        return statements;
    }

    private static List<@Nullable Object> statement(String about, String property, @Nullable Object value) {
        var statement = new ArrayList<@Nullable Object>(List.of(about, property));
        statement.add(text(value));
        return statement;
    }

    /** A value as text, whether it was read from a file or over GraphQL; null for none. */
    private static @Nullable String text(@Nullable Object value) {
        if (value == null || value instanceof JsonNode json && (json.isNull() || json.isMissingNode())) {
            return null;
        }
        if (value instanceof JsonNode json) {
            return json.isArray()
                    ? json.valueStream()
                            .map(each -> each.has("id") ? each.get("id") : each)
                            .map(EverythingStatedTests::text)
                            .toList()
                            .toString()
                    : json.asString();
        }
        return value instanceof PartialDate date ? date.text() : value.toString();
    }
}

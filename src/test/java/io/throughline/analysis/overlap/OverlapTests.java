package io.throughline.analysis.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;

/**
 * Overlaps of the built-in networks, and rejected requests; {@link CountedMembersTests} tests which memberships count.
 */
@GraphTest
class OverlapTests extends Comparing {

    @Autowired
    private Driver driver;

    @Test
    void returnsNamedMembersInRequestOrderIncludingThoseInNone() {
        var answer =
                incidence(Map.of("organizations", List.of("c40"), "members", List.of("medford", "boston", "medford")));
        answer.path("incidence.rows[*].id").entityList(String.class).containsExactly("medford", "boston");
        answer.path("incidence.rows[*].values").entityList(List.class).containsExactly(List.of(0), List.of(1));
        answer.path("incidence.rows[*].member.id").entityList(String.class).containsExactly("medford", "boston");
        answer.path("incidence.columns[0].recorded").entity(Integer.class).isEqualTo(1);
        answer.path("incidence.columns[0].coverage.complete")
                .entity(String.class)
                .isEqualTo("YES");
    }

    @Test
    void reportsCutOffRowsAndStillCountsThem() {
        var answer = incidence(Map.of("organizations", List.of("c40"), "maxRows", 3));
        answer.path("incidence.rows[*].name")
                .entityList(String.class)
                .containsExactly("Abidjan", "Accra", "Addis Ababa");
        answer.path("incidence.totalCount").entity(Integer.class).isEqualTo(97);
        answer.path("incidence.columns[0].recorded").entity(Integer.class).isEqualTo(97);
        answer.path("incidence.cutOff").entity(Boolean.class).isEqualTo(true);
        incidence(Map.of("organizations", List.of("c40"), "maxRows", 97))
                .path("incidence.cutOff")
                .entity(Boolean.class)
                .isEqualTo(false);
    }

    @Test
    void givesPValuesForIncompleteListsOnlyOnDemand() {
        var universe = Map.of("size", 1000);
        var organizations = List.of("c40", "race-to-zero", "race-to-resilience");
        overlap(Map.of("organizations", organizations, "universe", universe))
                .path("overlap.pairs[*].pValue")
                .entityList(Object.class)
                .satisfies(values -> assertThat(values).containsOnlyNulls());
        var allowed = overlap(Map.of("organizations", organizations, "universe", universe, "allowIncomplete", true));
        allowed.path("overlap.pairs[*].pValue")
                .entityList(Double.class)
                .satisfies(values -> assertThat(values).hasSize(3).allMatch(p -> p > 0 && p <= 1));
        allowed.path("overlap.pairs[*].measurable").entityList(Boolean.class).containsExactly(false, false, false);
        allowed.path("overlap.universe.size").entity(Integer.class).isEqualTo(1000);
        allowed.path("overlap.universe.citiesInAnyOf").valueIsNull();
    }

    /** Members of GCoM were recorded if they are in C40 or Race to Zero: that they overlap says nothing. */
    @Test
    void givesNoPValueForAListSelectedFromTheOther() {
        var pair = overlap(Map.of(
                "organizations", List.of("c40", "gcom"), "universe", Map.of("size", 20_000), "allowIncomplete", true));
        pair.path("overlap.pairs[0].pValue").valueIsNull();
        pair.path("overlap.pairs[0].measurable").entity(Boolean.class).isEqualTo(false);
        pair.path("overlap.pairs[0].reason")
                .entity(String.class)
                .satisfies(reason -> assertThat(reason)
                        .contains("gcom: some of its members are recorded only because they are in the lists of c40"));
    }

    @Test
    void runsTheSameStatementsForTwoOrganizationsAsForTwenty() {
        var many = driver
                .executableQuery("MATCH (o:Organization) RETURN o.id AS id ORDER BY id LIMIT 20")
                .execute()
                .records()
                .stream()
                .map(row -> row.get("id").asString())
                .toList();
        assertThat(runs(many)).isEqualTo(runs(many.subList(0, 2)));
    }

    @Test
    void comparesOneWithAllOthers() {
        var document = """
                { overlap(organizations: ["gcom", "c40", "iclei"], pairsWith: "c40") {
                  sets { id } pairs { a { id } b { id } sizeA intersection } } }
                """;
        var answer = ask(document, Map.of());
        answer.path("overlap.pairs[*].a.id").entityList(String.class).containsExactly("c40", "c40");
        answer.path("overlap.pairs[*].b.id").entityList(String.class).containsExactly("gcom", "iclei");
        answer.path("overlap.pairs[*].sizeA").entityList(Integer.class).containsExactly(97, 97);
        answer.path("overlap.pairs[*].intersection").entityList(Integer.class).containsExactly(72, 10);
        answer.path("overlap.sets[*].id").entityList(String.class).containsExactly("gcom", "c40", "iclei");
        rejects(document.replace("pairsWith: \"c40\"", "pairsWith: \"uclg\""), Map.of(), "one of the organizations");
    }

    @Test
    void comparesAllOfThemAtOnce() {
        var group = overlap(Map.of(
                "organizations",
                List.of("c40", "race-to-zero", "race-to-resilience"),
                "universe",
                Map.of("size", 1000),
                "allowIncomplete",
                true));
        group.path("overlap.group.lift")
                .entity(Double.class)
                .satisfies(lift -> assertThat(lift).isGreaterThan(1));
        group.path("overlap.group.pValue")
                .entity(Double.class)
                .satisfies(p -> assertThat(p).isBetween(0.0, 1.0));
        group.path("overlap.group.measurable").entity(Boolean.class).isEqualTo(false);
        var without = overlap(Map.of("organizations", List.of("c40", "gcom", "race-to-zero")))
                .path("overlap.group");
        without.path("overlap.group.intersection").entity(Integer.class).isEqualTo(70);
        without.path("overlap.group.union").entity(Integer.class).isEqualTo(9995);
        without.path("overlap.group.expected").valueIsNull();
        without.path("overlap.group.log10PValue").valueIsNull();
        without.path("overlap.group.reason")
                .entity(String.class)
                .satisfies(reason -> assertThat(reason).contains("No universe is given"));
    }

    @Test
    void rejectsInvalidComparisons() {
        rejects(OVERLAP, Map.of("organizations", List.of("c40")), "2 to 64 ids of organizations");
        rejects(OVERLAP, Map.of("organizations", List.of("c40", "c40")), "each organization only once");
        rejects(OVERLAP, Map.of("organizations", List.of("c40", "atlantis")), "atlantis: no organization has this id");
        rejects(OVERLAP, Map.of("organizations", List.of("c40", "boston")), "organizations is \"boston\"");
        var many = Collections.nCopies(65, "c40");
        rejects(OVERLAP, Map.of("organizations", many), "2 to 64 ids of organizations");
        rejects(INCIDENCE, Map.of("organizations", List.of()), "1 to 64 ids of organizations");
        rejects(INCIDENCE, Map.of("organizations", List.of("c40"), "maxRows", 0), "1 to 10000");
        rejects(
                INCIDENCE,
                Map.of("organizations", List.of("c40"), "members", List.of("atlantis")),
                "atlantis: no city or region has this id");
        rejects(
                INCIDENCE,
                Map.of("organizations", List.of("c40"), "members", List.of("iclei")),
                "members is \"iclei\"");
    }

    @Test
    void rejectsAUniverseThatLacksAMember() {
        var organizations = List.of("c40", "race-to-zero");
        rejects(
                OVERLAP,
                Map.of("organizations", organizations, "universe", Map.of("size", 100)),
                "the number of members of the compared organizations");
        rejects(
                OVERLAP,
                Map.of("organizations", List.of("wwf", "wri"), "universe", Map.of("size", 0)),
                "universe.size is 0; expected at least 1");
        rejects(
                OVERLAP,
                Map.of("organizations", organizations, "universe", Map.of("citiesInAnyOf", List.of("c40"))),
                "are missing");
        rejects(
                OVERLAP,
                Map.of("organizations", organizations, "universe", Map.of("citiesInAnyOf", List.of())),
                "1 to 64 ids");
        rejects(OVERLAP, Map.of("organizations", organizations, "universe", Map.of("size", -1)), "universe.size is -1");
        rejects(OVERLAP, Map.of("organizations", organizations, "universe", Map.of()), "xactly one");
        rejects(
                OVERLAP,
                Map.of("organizations", organizations, "universe", Map.of("size", 900, "citiesInAnyOf", organizations)),
                "xactly one");
    }

    @Test
    void ratiosOfEmptySetsAreNullWithAReason() {
        var emptySets = Map.<String, @Nullable Object>of(
                "organizations",
                List.of("wwf", "wri"),
                "universe",
                Map.of("citiesInAnyOf", List.of("wwf")),
                "allowIncomplete",
                true);
        var answer = overlap(emptySets);
        answer.path("overlap.universe.size").entity(Integer.class).isEqualTo(0);
        for (var part : List.of("pairs[0]", "group")) {
            var values = answer.path("overlap." + part)
                    .entity(new ParameterizedTypeReference<Map<String, @Nullable Object>>() {})
                    .get();
            assertThat(values).containsEntry("intersection", 0).containsEntry("union", 0);
            for (var value : List.of("jaccard", "overlapCoefficient", "expected", "lift", "pValue", "log10PValue")) {
                assertThat(values.get(value)).as(value).isNull();
            }
            assertThat(String.valueOf(values.get("reason"))).contains("The universe is empty.");
        }
    }

    @Test
    void hasNoCertainMembersBeforeTheFirstDay() {
        var answer = overlap(Map.of(
                "organizations",
                List.of("c40", "race-to-zero"),
                "universe",
                Map.of("size", 1),
                "allowIncomplete",
                true,
                "asOf",
                "0001-01-01"));
        answer.path("overlap.sets[*].size").entityList(Integer.class).containsExactly(0, 0);
        answer.path("overlap.sets[0].unknown").entity(Integer.class).isEqualTo(93);
        answer.path("overlap.pairs[0].expected").entity(Double.class).isEqualTo(0.0);
        answer.path("overlap.pairs[0].lift").valueIsNull();
        answer.path("overlap.pairs[0].pValue").entity(Double.class).isEqualTo(1.0);
    }

    private void rejects(String document, Map<String, Object> variables, String message) {
        ask(document, variables)
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage()).contains(message)));
    }

    private List<String> runs(List<String> organizations) {
        try (var log = StatementLog.afterWrite(writer)) {
            overlap(Map.of("organizations", organizations)).path("overlap").hasValue();
            return log.runs();
        }
    }
}

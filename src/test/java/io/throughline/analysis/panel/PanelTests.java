package io.throughline.analysis.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Members by organization and year, on the built-in data. */
@GraphTest
class PanelTests {

    private static final String PANEL = """
            query($organizations: [ID!]!, $members: [ID!], $where: AgentFilter, $fromYear: Int!, $toYear: Int!, $maxRows: Int) {
              panel(organizations: $organizations, members: $members, where: $where, fromYear: $fromYear, toYear: $toYear, maxRows: $maxRows) {
                years totalCount cutOff
                columns { id recorded unknown organization { id } coverage { known } }
                rows { memberId name organizationId years values member { id } organization { id } }
              }
            }
            """;

    @Autowired
    private GraphQlTester graphQl;

    @Test
    void returnsNamedMembersWithEveryOrganizationInRequestOrder() {
        var panel = panel(Map.of(
                "organizations",
                List.of("race-to-zero", "c40"),
                "members",
                List.of("medford", "boston", "medford"),
                "fromYear",
                2021,
                "toYear",
                2025));
        panel.path("panel.years").entityList(Integer.class).containsExactly(2021, 2022, 2023, 2024, 2025);
        panel.path("panel.rows[*].memberId")
                .entityList(String.class)
                .containsExactly("medford", "medford", "boston", "boston");
        panel.path("panel.rows[*].organizationId")
                .entityList(String.class)
                .containsExactly("race-to-zero", "c40", "race-to-zero", "c40");
        // Medford is tagged in Race to Zero for 2022. Boston was seen in Race to Zero in 2021 and 2022, and in C40 in
        // 2021 and 2024.
        assertThat(values(panel))
                .isEqualTo(
                        "[[null, 1, null, null, null], [0, 0, 0, 0, 0], [1, 1, null, null, null], [1, 1, 1, 1, null]]");
        panel.path("panel.rows[2].member.id").entity(String.class).isEqualTo("boston");
        panel.path("panel.rows[2].organization.id").entity(String.class).isEqualTo("race-to-zero");
        panel.path("panel.rows[2].years").entityList(Integer.class).containsExactly(2021, 2022, 2023, 2024, 2025);
        panel.path("panel.totalCount").entity(Integer.class).isEqualTo(4);
    }

    @Test
    void countsAllRowsIncludingThoseCutOff() {
        var some = Map.<String, Object>of("organizations", List.of("c40", "iclei"), "fromYear", 1990, "toYear", 2024);
        var whole = panel(some);
        var cut = panel(with(some, "maxRows", 5));
        // all rows of a member or none
        cut.path("panel.rows[*].name")
                .entityList(String.class)
                .containsExactly("Aarhus", "Aarhus", "Abidjan", "Abidjan");
        cut.path("panel.cutOff").entity(Boolean.class).isEqualTo(true);
        whole.path("panel.cutOff").entity(Boolean.class).isEqualTo(false);
        var total = whole.path("panel.totalCount").entity(Integer.class).get();
        cut.path("panel.totalCount").entity(Integer.class).isEqualTo(total);
        whole.path("panel.rows").entityList(Object.class).hasSize(total);
        assertThat(columns(cut)).isEqualTo(columns(whole));
        var recorded = whole.path("panel.columns[0].recorded")
                .entityList(Integer.class)
                .get();
        assertThat(recorded).hasSize(35).endsWith(93, 97).startsWith(0);
        var unknown =
                whole.path("panel.columns[0].unknown").entityList(Integer.class).get();
        assertThat(unknown).hasSize(35);
        assertThat(unknown.get(0)).isGreaterThan(90);
        // the whole list of November 2024 settles most
        assertThat(unknown.get(34)).isLessThan(unknown.get(33));
    }

    @Test
    void countsTheSameWithoutSelectingRows() {
        for (var maxRows : List.of(5, 10_000)) {
            var variables = Map.<String, Object>of(
                    "organizations", List.of("c40", "iclei"), "fromYear", 1990, "toYear", 2024, "maxRows", maxRows);
            var withRows = panel(variables);
            var without = graphQl.document(PANEL.replaceAll("(?m)^ *rows .*$", ""));
            variables.forEach(without::variable);
            var counted = without.execute();
            for (var path : List.of("panel.columns", "panel.totalCount", "panel.cutOff")) {
                assertThat(counted.path(path).entity(Object.class).get())
                        .isEqualTo(withRows.path(path).entity(Object.class).get());
            }
        }
    }

    @Test
    void appliesAFilter() {
        panel(Map.of(
                        "organizations",
                        List.of("cities-race-to-zero"),
                        "where",
                        Map.of("state", Map.of("id", Map.of("eq", "US-MA"))),
                        "fromYear",
                        2021,
                        "toYear",
                        2021))
                .path("panel.totalCount")
                .entity(Integer.class)
                .isEqualTo(9);
    }

    @Test
    void runsOneStatementForRowsAndAnotherIfSomeAreCutOff() {
        var variables = Map.<String, Object>of("organizations", List.of("c40"), "fromYear", 2020, "toYear", 2024);
        assertThat(runs(variables))
                .containsOnlyOnce("panel/members-and-their-memberships ×1")
                .noneMatch(run -> run.startsWith("panel/combinations"));
        assertThat(runs(with(variables, "maxRows", 3))).contains("panel/combinations-of-memberships ×1");
    }

    @Test
    void rejectsInvalidArguments() {
        var variables =
                Map.<String, Object>of("organizations", List.of("c40", "gcom"), "fromYear", 2020, "toYear", 2024);
        rejects(with(variables, "toYear", 2019), "toYear is 2019; expected a year no earlier than fromYear (2020)");
        rejects(with(variables, "toYear", 2120), "at most 100 years, that is 2119 or earlier");
        rejects(with(variables, "fromYear", 0), "fromYear is 0; expected a year from 1 to 9999");
        rejects(with(variables, "toYear", 10_000), "toYear is 10000; expected a year from 1 to 9999");
        rejects(with(variables, "fromYear", Integer.MIN_VALUE), "a year from 1 to 9999");
        rejects(with(variables, "organizations", List.of()), "1 to 64 ids of organizations");
        rejects(with(variables, "organizations", Collections.nCopies(65, "c40")), "1 to 64 ids of organizations");
        rejects(with(variables, "organizations", List.of("c40", "c40")), "each organization only once");
        rejects(with(variables, "organizations", List.of("c40", "boston")), "organizations is \"boston\"");
        rejects(with(variables, "members", List.of("atlantis")), "atlantis: no city or region has this id");
        rejects(with(variables, "maxRows", 0), "a whole number from 1 to 10000");
        rejects(with(variables, "maxRows", 1), "at least 2, enough for 1 members in 2 organizations");
        rejects(
                with(with(variables, "members", List.of("boston", "medford")), "maxRows", 3),
                "at least 4, enough for 2 members in 2 organizations");
    }

    @Test
    void costsEveryYearOfEveryRow() {
        rejects(
                Map.of("organizations", List.of("c40"), "fromYear", 1900, "toYear", 1999, "maxRows", 10_000),
                "values if every page were full");
    }

    private static Map<String, Object> with(Map<String, Object> variables, String name, Object value) {
        var changed = new HashMap<>(variables);
        changed.put(name, value);
        return changed;
    }

    private void rejects(Map<String, Object> variables, String message) {
        panel(variables)
                .errors()
                .satisfy(errors -> assertThat(errors)
                        .singleElement()
                        .satisfies(error -> assertThat(error.getMessage()).contains(message)));
    }

    private List<String> runs(Map<String, Object> variables) {
        try (var log = new StatementLog()) {
            panel(variables).path("panel").hasValue();
            return log.runs();
        }
    }

    private static String values(GraphQlTester.Response panel) {
        return panel.path("panel.rows[*].values").entityList(List.class).get().toString();
    }

    private static String columns(GraphQlTester.Response panel) {
        return panel.path("panel.columns[*].recorded")
                        .entityList(List.class)
                        .get()
                        .toString()
                + panel.path("panel.columns[*].unknown").entityList(List.class).get();
    }

    private GraphQlTester.Response panel(Map<String, Object> variables) {
        var request = graphQl.document(PANEL);
        variables.forEach(request::variable);
        return request.execute();
    }
}

package io.throughline.intake.ingest;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Why a line is not simply recorded: the same in the counts, in the rows and in the report. */
class LineReasonTests extends ImportTestBase {

    private static final Mapping MAPPING = Mapping.read("""
            id: list-for-tests
            title: A list for tests
            source: {id: list-for-tests, title: A list for tests, licence: CC0-1.0, statedAt: 2026-01-01}
            corrections:
              - {where: {country: US}, set: {country: USA}, reason: The list has codes of three letters}
            only:
              - {where: {role: {not: observer}}, reason: Observers are not members}
            member:
              name: {column: name, separators: "/"}
              kind: CITY
              country: {column: country}
              population: {column: population}
            tags: {column: tags, separators: ";"}
            defaults:
              role: {column: role, values: {member: MEMBER}}
            memberships:
              - {organization: c40, tags: [C40], validFrom: {column: since}}
              - {organization: gcom, tags: [GCoM]}
            """, "list-for-tests.yaml");

    @Autowired
    private ImportLines lines;

    @Autowired
    private GraphQlTester graphQl;

    @Test
    void isTheMissingNameAndNotWhatIsWrongWithThePopulation() throws IOException {
        assertThat(reasons(",USA,~5,C40,member,2019")).containsExactly("2 REJECTED NO_NAME");
    }

    @Test
    void isWhatRefusedACorrectedRowAndNotTheCorrection() throws IOException {
        assertThat(reasons("Boston,US,,C40,guest,2019")).containsExactly("2 REJECTED NOT_IN_TABLE");
    }

    @Test
    void isTheContradictionAndNotTheRepetitionBesideIt() throws IOException {
        assertThat(reasons("Boston,USA,,C40;GCoM,member,2019", "Boston,USA,,C40;GCoM,member,2020"))
                .containsExactly("2 NEW null", "3 REJECTED CONTRADICTS_LINE");
    }

    @Test
    void isTheContradictionAndNotTheOtherMemberThatWaits() throws IOException {
        assertThat(reasons("Boston,USA,,C40,member,2019", "Springfield/Boston,USA,,C40,member,2020"))
                .containsExactly("2 NEW null", "3 REJECTED CONTRADICTS_LINE");
    }

    @Test
    void isThatOfTheMemberThatWaitsWhenTheOtherIsRecorded() throws IOException {
        assertThat(reasons("Springfield/Boston,USA,~5,C40,member,2019", "Oslo,NOR,,C40,observer,2019", "too,few"))
                .containsExactly(
                        "2 WAITING AMBIGUOUS", "3 LEFT_OUT Observers are not members", "4 REJECTED TOO_FEW_CELLS");
    }

    /** The reason of each line in a dry run, with its number and outcome. */
    private List<String> reasons(String... rows) throws IOException {
        var file = Files.writeString(
                directory.resolve("list.csv"),
                "name,country,population,tags,role,since\n" + String.join("\n", rows) + "\n");
        var run = imports.begin(new ImportRequest(file, "list.csv", MAPPING, "maria", false))
                .run(progress -> {});
        var reported = new ArrayList<String>();
        var reasons = new ArrayList<LineReason>();
        lines.forEach(run.id(), line -> {
            var reason = line.detail().reason();
            reported.add("%d %s %s".formatted(line.number(), line.outcome(), reason));
            if (reason != null) {
                reasons.add(new LineReason(line.outcome(), reason));
            }
        });
        assertThat(run.counts().reasons()).isEqualTo(reasons.stream().collect(groupingBy(each -> each, counting())));
        assertThat(rows(run)).isEqualTo(reported);
        return reported;
    }

    private List<String> rows(ImportRun run) {
        return graphQl
                .document("query($id: ID!) { importRun(id: $id) { rows { nodes { line outcome reason } } } }")
                .variable("id", run.id())
                .execute()
                .path("importRun.rows.nodes")
                .entityList(Row.class)
                .get()
                .stream()
                .map(row -> "%d %s %s".formatted(row.line(), row.outcome(), row.reason()))
                .toList();
    }

    private record Row(int line, String outcome, String reason) {}
}

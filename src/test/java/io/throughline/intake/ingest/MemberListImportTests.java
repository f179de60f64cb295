package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.ingest.ReviewSettler.ReviewAnswer;
import io.throughline.intake.mapping.Mapping;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What a mapping says about its list as a whole is recorded with the import. */
@Tag("full") // some twenty imports
class MemberListImportTests extends ImportTestBase {

    private static final String LIST = "list-list-for-tests-network-for-tests";

    private static final Mapping COMPLETE = declaring("complete: YES, selection: WHOLE, note: All members");
    private static final Mapping SELECTED =
            declaring("complete: NO, selection: SELECTION, rule: Cities in C40, selectedFrom: [c40]");

    /** The same network in an older list, which says nothing about itself. */
    private static final Mapping OLDER = Mapping.read(
            ImportedLists.MAPPING
                    .text()
                    .replace("id: list-for-tests", "id: list-for-tests-older")
                    .replace("2026-01-01", "2025-01-01"),
            "older.yaml");

    private static final String BOSTON = "Boston,USA,Massachusetts,2019,yes";
    private static final String NAIROBI = "Nairobi,KEN,,2020,yes";

    @Autowired
    private ImportUndo importUndo;

    @Autowired
    private ImportCanceller canceller;

    @Autowired
    private ReviewSettler reviews;

    @Autowired
    private GraphQlTester graphQl;

    private static Mapping declaring(String list) {
        return Mapping.read(
                "%slists:\n  - {organization: network-for-tests, %s}\n".formatted(ImportedLists.MAPPING.text(), list),
                "declaring.yaml");
    }

    private ImportRun run(Mapping mapping, String... lines) {
        return imports.begin(ImportedLists.request(directory, mapping, true, lines))
                .run(progress -> {});
    }

    private void undo(ImportRun run) {
        importUndo.finish(importUndo.begin(run.id(), "anna"), changed -> {});
    }

    @Test
    void recordsTheListOnceAndOnlyWhenTheImportIsDone() {
        imports.begin(ImportedLists.request(directory, COMPLETE, false, BOSTON)).run(progress -> {});
        assertThat(lists()).isEmpty();
        imports.begin(ImportedLists.request(directory, COMPLETE, true, BOSTON, NAIROBI), 1)
                .run(run -> canceller.cancel(run.id(), "anna"));
        assertThat(lists()).isEmpty();

        run(COMPLETE, BOSTON);
        assertThat(lists()).containsExactly(LIST + " 2026-01-01 YES WHOLE All members");
        var before = GraphDigest.of(driver);
        run(COMPLETE, BOSTON);
        assertThat(GraphDigest.of(driver)).isEqualTo(before);
    }

    @Test
    void closesMembershipsOfOthersUntilItIsUndone() {
        run(OLDER, BOSTON, NAIROBI);
        var run = run(COMPLETE, BOSTON);
        assertThat(lapsed()).containsExactly("nairobi absent from " + LIST);
        assertThat(completeness()).isEqualTo("YES");

        undo(run);
        assertThat(lists()).isEmpty();
        assertThat(lapsed()).isEmpty();
        assertThat(completeness()).isEqualTo("UNKNOWN");
    }

    @Test
    void isCompleteOnceTheLastWaitingLineIsDecided() {
        run(OLDER, NAIROBI);
        var run = run(COMPLETE, BOSTON, "Springfield,USA,,2018,yes");
        assertThat(lists())
                .containsExactly(
                        LIST + " 2026-01-01 UNKNOWN WHOLE When it was imported, 1 line was left waiting or rejected,"
                                + " so members may be missing. All members");
        assertThat(lapsed()).isEmpty();

        var item = reviews.open("", 10).stream()
                .filter(question -> question.item().sourceId().equals(ImportedLists.SOURCE))
                .findFirst()
                .orElseThrow();
        reviews.resolve(new ReviewAnswer(item.item().id(), ReviewDecision.SAME, "cambridge-ma", null), "anna");
        assertThat(lists()).containsExactly(LIST + ".r2 2026-01-01 YES WHOLE All members");
        assertThat(lapsed()).containsExactly("nairobi absent from %s.r2".formatted(LIST));

        undo(run);
        assertThat(lists()).isEmpty();
        assertThat(lapsed()).isEmpty();
    }

    @Test
    void aCorrectedFileReplacesTheListAndItsUndoRestoresIt() {
        run(OLDER, NAIROBI);
        run(COMPLETE, BOSTON, "Paris,FRA,,31/02/2021,yes");
        assertThat(lists()).singleElement().asString().startsWith(LIST + " 2026-01-01 UNKNOWN");

        var corrected = run(
                Mapping.read(COMPLETE.text().replace("complete: YES", "complete: YES, asOf: 2026-02-01"), "new.yaml"),
                BOSTON,
                "Paris,FRA,,2021,yes");
        assertThat(lists()).containsExactly(LIST + "-2026-02-01 2026-02-01 YES WHOLE All members");
        assertThat(lapsed()).hasSize(1);

        undo(corrected);
        assertThat(lists()).singleElement().asString().startsWith(LIST + ".r2 2026-01-01 UNKNOWN");
        assertThat(lapsed()).isEmpty();
    }

    @Test
    void anOverlapIsMeasurableOnceTheWholeListIsThere() {
        run(SELECTED, BOSTON);
        assertThat(reason())
                .contains(
                        "network-for-tests: some of its members are recorded only because they are in the lists of c40");
        run(COMPLETE, BOSTON, NAIROBI);
        assertThat(reason()).isNull();
    }

    @Test
    void keepsWhatTheDatasetSaysUnlessMoreOfTheListArrives() {
        run(ImportedLists.MAPPING, BOSTON);
        driver.executableQuery("""
                        MATCH (network:Entity {id: 'network-for-tests'}), (source:Entity {id: 'list-for-tests'})
                        CREATE (source)<-[:STATED_IN]-(list:Entity:MemberList {
                          id: 'list-for-tests-of-the-dataset', sourceId: source.id, organizationId: network.id, origin: 'built-in',
                          asOf: '2026-01-01', complete: 'NO', selection: 'SELECTION', rule: 'Some', selectedFromIds: ['c40']
                        })-[:LIST_OF]->(network)
                        """).execute();
        run(SELECTED, BOSTON);
        assertThat(lists()).containsExactly("list-for-tests-of-the-dataset 2026-01-01 NO SELECTION null");
        run(COMPLETE, BOSTON);
        assertThat(lists())
                .containsExactly(
                        "list-for-tests-of-the-dataset 2026-01-01 NO SELECTION null",
                        LIST + " 2026-01-01 YES WHOLE All members");
    }

    @Test
    void aFileThatNamesNobodyIsNotComplete() {
        run(OLDER, NAIROBI);
        run(COMPLETE, "Boston,USA,Massachusetts,2019,no");
        assertThat(lists()).containsExactly(LIST + " 2026-01-01 UNKNOWN WHOLE The file names no member. All members");
        assertThat(lapsed()).isEmpty();
    }

    private List<String> lists() {
        return rows("""
                MATCH (:Entity {id: 'network-for-tests'})<-[:LIST_OF]-(list:MemberList)
                WHERE EXISTS { (list)-[:STATED_IN]->(:Source {id: list.sourceId}) }
                RETURN list.id + ' ' + list.asOf + ' ' + list.complete + ' ' + list.selection + ' ' + coalesce(list.note, 'null')
                  AS text
                ORDER BY list.id
                """);
    }

    private List<String> lapsed() {
        return rows("""
                MATCH (:Entity {id: 'network-for-tests'})<-[:ORGANIZATION]-(membership:Membership {lapsed: true})
                MATCH (member)-[:MEMBER_OF {lapsed: true}]->(:Entity {id: 'network-for-tests'})
                WHERE member.id = membership.memberId
                RETURN member.id + ' absent from ' + membership.absentFromIds[0] AS text
                """);
    }

    private List<String> rows(String query) {
        return driver.executableQuery(query).execute().records().stream()
                .map(row -> row.get("text").asString())
                .toList();
    }

    private String completeness() {
        return graphQl.document("""
                        { organization(id: "network-for-tests") { coverage { complete } } }""")
                .execute()
                .path("organization.coverage.complete")
                .entity(String.class)
                .get();
    }

    /** Why the overlap with C40 is not measurable; null if it is. */
    private @Nullable String reason() {
        var overlap = graphQl.document("""
                        { overlap(organizations: ["c40", "network-for-tests"], universe: {citiesInAnyOf: ["c40", "network-for-tests"]}) {
                          pairs { measurable reason } } }""").execute();
        Map<String, Object> pair = overlap.path("overlap.pairs[0]")
                .entity(new ParameterizedTypeReference<Map<String, Object>>() {})
                .get();
        assertThat(pair.get("measurable")).isEqualTo(pair.get("reason") == null);
        return (String) pair.get("reason");
    }
}

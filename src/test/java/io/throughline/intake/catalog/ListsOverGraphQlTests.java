package io.throughline.intake.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import io.throughline.infra.cypher.GraphWriter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The query {@code lists}. */
@GraphTest
class ListsOverGraphQlTests {

    private static final String QUERY = """
        {
          lists {
            id title publisher content size licence licenceUrl allows url pageUrl mapping sha256 edition note
            imported latestImport { id state }
          }
        }
        """;

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private Driver driver;

    @Autowired
    private GraphWriter writer;

    @AfterEach
    void clear() {
        driver.executableQuery("MATCH (run:ImportRun) WHERE run.id STARTS WITH 'run-of-list-' DETACH DELETE run")
                .execute();
    }

    @Test
    void tellsWhatIsKnownAboutEachList() {
        graphQl.document(QUERY)
                .execute()
                .path("lists[?(@.id == 'net-zero-tracker-2022-12-20')]")
                .matchesJson("""
                    [{"title": "Net Zero Tracker, snapshot of 20 December 2022", "publisher": "Net Zero Tracker",
                      "size": 1458924, "licence": "CC BY 4.0",
                      "licenceUrl": "https://creativecommons.org/licenses/by/4.0/",
                      "pageUrl": "https://zerotracker.net/", "mapping": "net-zero-tracker-2022-12-20",
                      "sha256": "bfff7f762ff5d8490e4968233b8a53fc55fae0f108e647f3881e8ee76b61bd41",
                      "edition": "2022-12-20", "imported": false, "latestImport": null}]
                    """);
        graphQl.document(QUERY)
                .execute()
                .path("lists[?(@.id == 'wikidata-members')]")
                .matchesJson("""
                    [{"url": null, "size": null, "sha256": null, "licence": "CC0 1.0"}]
                    """);
    }

    @Test
    void tellsInOneStatementWhichListsWereImported() {
        run("run-of-list-1", "climactor-2022-12", "DONE", false, 1);
        run("run-of-list-2", "climactor-2022-12", "INTERRUPTED", false, 2);
        run("run-of-list-3", "climactor-2022-12", "DONE", true, 3);
        run("run-of-list-4", "wikidata-members", "UNDONE", false, 4);
        run("run-of-list-5", "cdp-cities-targets-2021", "FAILED", false, 5);

        GraphQlTester.Response response;
        try (var log = StatementLog.afterWrite(writer)) {
            response = graphQl.document(QUERY).execute();
            assertThat(log.runs())
                    .containsExactlyInAnyOrder("catalog/imports-with-mappings ×1", "entity/entities-by-id ×1");
        }

        response.path("lists[?(@.imported == true)].id")
                .entityList(String.class)
                .containsExactly("climactor-2022-12");
        response.path("lists[?(@.id == 'climactor-2022-12')].latestImport")
                .matchesJson("[{\"id\": \"run-of-list-2\", \"state\": \"INTERRUPTED\"}]");
        response.path("lists[?(@.id == 'cdp-cities-targets-2021')].latestImport")
                .matchesJson("[{\"id\": \"run-of-list-5\", \"state\": \"FAILED\"}]");
        response.path("lists[?(@.id == 'wikidata-members')].latestImport").matchesJson("[null]");
    }

    private void run(String id, String mapping, String state, boolean dryRun, int minute) {
        driver.executableQuery("""
            CREATE (run:Entity:Activity:ImportRun {id: $id})
            SET run += {mapping: $mapping, state: $state, dryRun: $dryRun, sourceId: 'none', mappingText: '',
                        fileName: 'list.csv', sha256: '', size: 1, person: 'maria', kind: 'IMPORT',
                        startedAt: datetime('2026-01-01T00:00:00Z') + duration({minutes: $minute})}
            """)
                .withParameters(
                        Map.of("id", id, "mapping", mapping, "state", state, "dryRun", dryRun, "minute", minute))
                .execute();
    }
}

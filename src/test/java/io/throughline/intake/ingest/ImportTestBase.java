package io.throughline.intake.ingest;

import io.throughline.GraphTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** Imports small lists and reads the results. */
@GraphTest
abstract class ImportTestBase {

    static final String[] LINES = {
        "Boston,USA,Massachusetts,2019,yes",
        "Nairobi,KEN,,2020-05,yes",
        "Copenhagen,DNK,,2021,no",
        "Viareggio,ITA,,2022,yes",
        "Springfield,USA,,2018,yes",
        "Paris,FRA,,31/02/2021,yes",
        "too,few",
        "Boston,USA,Massachusetts,2019,yes"
    };

    @Autowired
    ImportStarter imports;

    @Autowired
    Driver driver;

    @TempDir
    Path directory;

    @AfterEach
    void clear() {
        ImportedLists.clear(driver);
    }

    ImportRun run(boolean apply, String... lines) {
        return imports.begin(ImportedLists.request(directory, apply, lines)).run(run -> {});
    }

    List<String> findings(ImportRun run) {
        return driver.executableQuery("""
                        MATCH (finding:ImportFinding {runId: $id})
                        RETURN finding.line + ' ' + finding.code + ' ' + coalesce(finding.column, 'null') AS text
                        ORDER BY finding.id
                        """).withParameters(Map.of("id", run.id())).execute().records().stream()
                .map(row -> row.get("text").asString())
                .toList();
    }

    List<String> messages(ImportRun run) {
        return driver
                .executableQuery(
                        "MATCH (finding:ImportFinding {runId: $id}) RETURN finding.message AS text ORDER BY finding.id")
                .withParameters(Map.of("id", run.id()))
                .execute()
                .records()
                .stream()
                .map(row -> row.get("text").asString())
                .toList();
    }

    List<String> outcomes(ImportRun run) {
        return driver.executableQuery("""
                        MATCH (batch:ImportBatch {runId: $id})
                        RETURN batch.outcomes + ' ' + reduce(all = '', id IN batch.claimIds | all + id + ' ') AS text
                        ORDER BY batch.firstLine
                        """).withParameters(Map.of("id", run.id())).execute().records().stream()
                .map(row -> row.get("text").asString())
                .toList();
    }

    List<String> members() {
        return driver
                .executableQuery("""
                        MATCH (member)-[link:MEMBER_OF]->({id: $network})
                        RETURN member.id + ' ' + link.validFrom AS text
                        ORDER BY text
                        """)
                .withParameters(Map.of("network", ImportedLists.NETWORK))
                .execute()
                .records()
                .stream()
                .map(row -> row.get("text").asString())
                .toList();
    }
}

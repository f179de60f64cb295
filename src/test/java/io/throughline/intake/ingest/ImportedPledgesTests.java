package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Imports lists whose rows also state pledges. */
class ImportedPledgesTests extends ImportTestBase {

    private static final Mapping MAPPING = Mapping.read(
            ImportedLists.MAPPING.text()
                    + "    pledges: [{text: {column: target}, targetYear: {column: year}, under: network-for-tests}]\n",
            "pledges.yaml");

    @Autowired
    private ImportUndo importUndo;

    @Test
    void aPledgeComesAndGoesWithTheClaimThatStatesIt() throws IOException {
        var first = run("Boston,USA,Massachusetts,2019,yes,Net zero,2050", "Nairobi,KEN,,2020,yes,,");
        assertThat(first.counts().lines(LineOutcome.NEW)).isEqualTo(2);
        assertThat(pledges()).containsExactly("boston Net zero NET_ZERO 2050 network-for-tests");
        assertThat(run("Boston,USA,Massachusetts,2019,yes,Net zero,2050", "Nairobi,KEN,,2020,yes,,")
                        .counts()
                        .lines(LineOutcome.SAME))
                .isEqualTo(2);

        var second = run("Boston,USA,Massachusetts,2019,yes,Net zero,2040", "Nairobi,KEN,,2020,yes,,");
        assertThat(second.counts().lines(LineOutcome.CHANGED)).isEqualTo(1);
        assertThat(pledges()).containsExactly("boston Net zero NET_ZERO 2040 network-for-tests");

        importUndo.finish(importUndo.begin(second.id(), "anna"), changed -> {});
        assertThat(pledges()).containsExactly("boston Net zero NET_ZERO 2050 network-for-tests");
    }

    @Test
    void twoLinesThatPromiseDifferentThingsContradictEachOther() throws IOException {
        var run = run(
                "Boston,USA,Massachusetts,2019,yes,Net zero,2050", "Boston,USA,Massachusetts,2019,yes,Net zero,2040");
        assertThat(findings(run)).containsExactly("3 CONTRADICTS_LINE null");
    }

    @Test
    void aPledgeWaitsWithItsMembership() throws IOException {
        run("Springfield,USA,,2018,yes,Net zero,2050");
        assertThat(pledges()).isEmpty();
        assertThat(driver.executableQuery(
                                "MATCH (row:WaitingRow) WHERE row.sourceId = $source RETURN row.pledges AS pledges")
                        .withParameters(Map.of("source", ImportedLists.SOURCE))
                        .execute()
                        .records())
                .singleElement()
                .satisfies(row -> assertThat(row.get("pledges").asString()).contains("Net zero"));
    }

    private ImportRun run(String... lines) throws IOException {
        var file = Files.createTempFile(directory, "list", ".csv");
        Files.writeString(file, ImportedLists.HEADER + ",target,year\n" + String.join("\n", lines) + "\n");
        return imports.begin(new ImportRequest(file, "list.csv", MAPPING, "maria", true))
                .run(run -> {});
    }

    private List<String> pledges() {
        return driver
                .executableQuery("""
                        MATCH (member)<-[:ABOUT]-(pledge:Pledge)-[:UNDER]->(under {id: $network})
                        RETURN member.id + ' ' + pledge.text + ' ' + pledge.kind + ' ' + pledge.targetYear + ' ' + under.id AS text
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

package io.throughline.intake.ingest;

import io.throughline.intake.mapping.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.driver.Driver;

/** Small lists of a source used only in tests. */
final class ImportedLists {

    static final String SOURCE = "list-for-tests";
    static final String NETWORK = "network-for-tests";

    static final Mapping MAPPING = Mapping.read("""
            id: list-for-tests
            title: A list for tests
            source: {id: list-for-tests, title: A list for tests, licence: CC0-1.0, statedAt: 2026-01-01}
            organizations:
              - {id: network-for-tests, name: Network for Tests, kind: NETWORK}
            only:
              - {where: {member: "yes"}, reason: Not a member}
            member:
              name: {column: name}
              kind: CITY
              country: {column: country}
              state: {column: state, otherwise: null}
            memberships:
              - organization: network-for-tests
                role: MEMBER
                validFrom: {column: since}
            """, "list-for-tests.yaml");

    static final String HEADER = "name,country,state,since,member";

    private ImportedLists() {}

    /** A request to import these lines below the usual header. */
    static ImportRequest request(Path directory, boolean apply, String... lines) {
        return request(directory, MAPPING, apply, lines);
    }

    /** The same with another mapping, whose source has an id that begins in the same way. */
    static ImportRequest request(Path directory, Mapping mapping, boolean apply, String... lines) {
        try {
            var file = Files.createTempFile(directory, "list", ".csv");
            Files.writeString(file, HEADER + "\n" + String.join("\n", lines) + "\n");
            return new ImportRequest(file, "list.csv", mapping, "maria", apply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes what imports of this source, and of those whose ids begin in the same way, have left. */
    static void clear(Driver driver) {
        driver.executableQuery("""
                        MATCH (run:ImportRun)
                        WHERE run.sourceId STARTS WITH $source
                        WITH collect(run.id) AS runs
                        MATCH (node)
                        WHERE node.activityId IN runs
                           OR node.runId IN runs
                           OR node.id IN runs
                           OR node.undoesId IN runs
                           OR node.sourceId STARTS WITH $source
                           OR node.id STARTS WITH $source
                           OR node.id = $network
                           OR node:ImportTurn
                           OR node:Decision
                           OR node.id STARTS WITH 'review-'
                        DETACH DELETE node
                        """)
                .withParameters(Map.of("source", SOURCE, "network", NETWORK))
                .execute();
    }
}

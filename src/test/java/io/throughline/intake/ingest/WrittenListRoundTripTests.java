package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.ListFiles;
import io.throughline.TestStore;
import io.throughline.ThroughlineApplication;
import io.throughline.dataset.ListFolderWriter;
import io.throughline.intake.mapping.MappingCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** An import written as a list of the dataset gives a new graph the same facts. */
@Tag("full") // starts two servers
class WrittenListRoundTripTests {

    private static final String SOURCE = "eu-covenant-coordinators-2022";

    /** What mappings can state besides memberships, and what people add. */
    private static final String ADDITIONS = """
            MATCH (viareggio:Entity {id: 'viareggio-it'}), (covenant:Entity {id: 'covenant-of-mayors-europe'})
            MATCH (source:Entity {id: $source})<-[:STATED_IN]-(claim:Claim)-[:SUPPORTS]->(:Membership {memberId: viareggio.id})
            WITH * ORDER BY claim.id LIMIT 1
            CREATE (pledge:Entity:Pledge {id: 'pledge.' + claim.id, subjectId: viareggio.id, text: 'Net zero emissions', kind: 'NET_ZERO',
                                          targetYear: 2050, underId: covenant.id, origin: 'import'})
            CREATE (pledge)-[:ABOUT]->(viareggio)
            CREATE (pledge)-[:UNDER]->(covenant)
            CREATE (claim)-[:SUPPORTS {origin: 'import'}]->(pledge)
            CREATE (list:Entity:MemberList {id: 'list-covenant', organizationId: covenant.id, sourceId: source.id, asOf: '2022',
                                            asOfEarliest: date('2022-01-01'), asOfLatest: date('2022-12-31'),
                                            complete: 'NO', selection: 'WHOLE', origin: 'import'})
            CREATE (list)-[:LIST_OF]->(covenant)
            CREATE (list)-[:STATED_IN]->(source)
            CREATE (viareggio)-[:HAS_NAME]->(:Entity:Name {id: 'viareggio-it/name/Viarége', subjectId: viareggio.id, value: 'Viarége',
                                                        kind: 'TRANSLATION', language: 'fr', origin: 'curated'})
            CREATE (viareggio)-[:HAS_IDENTIFIER]->(:Entity:Identifier {id: 'viareggio-it/wikidata/Q1', scheme: 'wikidata',
                                                                    value: 'Q1', origin: 'curated'})
            CREATE (about:Entity:Claim {id: $source + '.viareggio-it.mottoText', sourceId: source.id, subjectId: viareggio.id,
                                        property: 'mottoText', value: 'Viareggio, warmly', strength: 'STATED', rank: 'NORMAL',
                                        origin: 'curated'})
            CREATE (about)-[:STATED_IN]->(source)
            CREATE (about)-[:SUPPORTS {mottoText: 'Viareggio, warmly', origin: 'curated'}]->(viareggio)
            """;

    private static final String FACTS = """
            MATCH (source:Entity {id: $source})<-[:STATED_IN]-(claim:Claim)-[says:SUPPORTS]->(fact)
            RETURN 'claim' AS kind, claim.id + ' ' + fact.id AS id, [fact:Membership] AS labels,
                   properties(claim) AS one, CASE WHEN fact:Membership THEN properties(says) ELSE {} END AS other
            UNION
            MATCH (source:Entity {id: $source})<-[:STATED_IN]-(claim:Claim)-[:SUPPORTS]->(fact)
            OPTIONAL MATCH (fact)-[:MEMBER|ORGANIZATION|VIA|ABOUT|UNDER|IN_COUNTRY|IN_STATE]->(end)
            UNWIND [fact, end] AS node
            WITH DISTINCT node WHERE node IS NOT NULL
            RETURN 'node' AS kind, node.id AS id, labels(node) AS labels, properties(node) AS one,
                   {places: COLLECT { MATCH (node)-[:IN_COUNTRY|IN_STATE|LOCATED_IN]->(place) RETURN place.id ORDER BY place.id },
                    names: COLLECT { MATCH (node)-[:HAS_NAME]->(name:Name) RETURN name.id ORDER BY name.id },
                    identifiers: COLLECT { MATCH (node)-[:HAS_IDENTIFIER]->(identifier:Identifier)
                                           WHERE identifier.scheme <> 'wikidata'
                                           RETURN identifier.id ORDER BY identifier.id }} AS other
            UNION
            MATCH (source:Entity {id: $source})
            OPTIONAL MATCH (source)<-[:STATED_IN]-(list:MemberList)
            UNWIND [source, list] AS node
            RETURN 'node' AS kind, node.id AS id, labels(node) AS labels, properties(node) AS one, {} AS other
            """;

    /** Who wrote it and how often, which differs. */
    private static final Set<String> OTHER = Set.of("origin", "checksum", "activityId", "recordedBy", "revision");

    @Test
    void aNewGraphHasTheSameFacts(@TempDir Path directory) throws Exception {
        var dataset = directory.resolve("dataset");
        FileSystemUtils.copyRecursively(Path.of("src", "main", "resources", "dataset"), dataset);
        List<String> imported;
        try (var server = start(TestStore.loaded(), "classpath:dataset")) {
            runImport(server, directory);
            server.getBean(Driver.class)
                    .executableQuery(ADDITIONS)
                    .withParameters(Map.of("source", SOURCE))
                    .execute();
            var written = server.getBean(ListFolderWriter.class)
                    .write(dataset.resolve("lists").resolve("covenant"), List.of(SOURCE), false);
            assertThat(written.fault()).isNull();
            assertThat(written.lines())
                    .containsEntry("pledges.csv", 1)
                    .containsEntry("member-lists.csv", 2)
                    .containsEntry("names.csv", 1)
                    .containsEntry("statements.csv", 1);
            assertThat(written.leftOut()).contains("identifiers of the register wikidata are not written: 1");
            imported = facts(server);
        }
        try (var server = start(TestStore.empty(), dataset.toUri().toString())) {
            assertThat(facts(server)).hasSizeGreaterThan(30).isEqualTo(imported);
        }
    }

    private static ConfigurableApplicationContext start(Path store, String dataset) {
        return new SpringApplicationBuilder(ThroughlineApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(
                        "--spring.neo4j.uri=embedded",
                        "--throughline.store.directory=" + store,
                        "--throughline.dataset=" + dataset);
    }

    /** The sample, whose cities the dataset has by now, and a city that it does not have. */
    private static void runImport(ConfigurableApplicationContext server, Path directory) throws IOException {
        var mapping = server.getBean(MappingCatalog.class).byId(SOURCE).orElseThrow();
        var list = Files.writeString(
                directory.resolve(SOURCE + ".csv"),
                Files.readString(ListFiles.sample(SOURCE + ".csv"))
                        + "Viareggio,ITA,\"2,4\",City,Italy,Province of Lucca,Coordinator\n");
        var run = server.getBean(ImportStarter.class)
                .begin(new ImportRequest(list, SOURCE + ".csv", mapping, "maria", true))
                .run(progress -> {});
        assertThat(run.state()).isEqualTo(ImportState.DONE);
    }

    private static List<String> facts(ConfigurableApplicationContext server) {
        var lines = new ArrayList<String>();
        for (var row : server.getBean(Driver.class)
                .executableQuery(FACTS)
                .withParameters(Map.of("source", SOURCE))
                .execute()
                .records()) {
            lines.add("%s %s %s %s %s"
                    .formatted(
                            row.get("kind").asString(),
                            // an id of a dataset is in lower case
                            row.get("id").asString().replace("mottoText", "mottotext"),
                            row.get("labels").asList().stream()
                                    .map(String::valueOf)
                                    .sorted()
                                    .toList(),
                            comparable(row.get("one").asMap()),
                            comparable(row.get("other").asMap())));
        }
        lines.sort(null);
        return lines;
    }

    private static Map<String, Object> comparable(Map<String, Object> properties) {
        var comparable = new TreeMap<>(properties);
        comparable.keySet().removeAll(OTHER);
        comparable.values().removeIf(value -> value instanceof ZonedDateTime || value.equals(List.of()));
        comparable.computeIfPresent("id", (key, id) -> id.toString().replace("mottoText", "mottotext"));
        return comparable;
    }
}

package io.throughline.intake.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.throughline.CompleteLists;
import io.throughline.GraphTest;
import io.throughline.ListFiles;
import io.throughline.StatementLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Matches a whole list of 14,706 cities and regions, and a sample of it. */
@GraphTest
class WholeListTests {

    private static final Logger log = LoggerFactory.getLogger(WholeListTests.class);

    private static final String LIST = "climactor-2022-12.csv";

    @Autowired
    private AgentMatcher matcher;

    @Test
    @CompleteLists
    void matchesEveryRowAndProposesEachPlaceUnderItsOwnId() throws IOException {
        assertMatchesEveryRow(listed(ListFiles.complete(LIST)));
    }

    @Test
    void matchesEveryRowOfASample() throws IOException {
        assertMatchesEveryRow(listed(ListFiles.sample(LIST)));
    }

    private void assertMatchesEveryRow(List<ListedAgent> listed) {
        List<AgentMatch> matches;
        try (var statements = new StatementLog()) {
            var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            var worked = process.getProcessCpuTime();
            var begun = Instant.now();
            matches = matcher.match(listed);
            log.info(
                    "{} rows matched in {}, with {} of processor time",
                    listed.size(),
                    Duration.between(begun, Instant.now()),
                    Duration.ofNanos(process.getProcessCpuTime() - worked));
            assertThat(statements.runs()).hasSizeLessThanOrEqualTo(6);
        }
        assertThat(matches).hasSameSizeAs(listed);
        var counts = new TreeMap<String, Integer>();
        var identities = new HashMap<String, Map<String, String>>();
        var ids = new HashMap<Map<String, String>, String>();
        for (var match : matches) {
            counts.merge(
                    match instanceof AgentMatch.Waiting waiting
                            ? waiting.code()
                            : match.getClass().getSimpleName(),
                    1,
                    Integer::sum);
            if (match instanceof AgentMatch.Unseen unseen) {
                var agent = unseen.agent();
                assertThat(identities.putIfAbsent(agent.id(), agent.identifiers()))
                        .isIn(null, agent.identifiers());
                if (!agent.identifiers().isEmpty()) {
                    assertThat(ids.putIfAbsent(agent.identifiers(), agent.id())).isIn(null, agent.id());
                }
            }
        }
        log.info("{}", counts);
        var some = Math.min(500, listed.size() / 2);
        assertThat(new HashSet<>(matcher.match(listed.subList(0, some))))
                .isEqualTo(new HashSet<>(matches.subList(0, some)));
    }

    private static List<ListedAgent> listed(Path list) throws IOException {
        try (var csv =
                CsvReader.builder().ofNamedCsvRecord(new String(Files.readAllBytes(list), StandardCharsets.UTF_8))) {
            return csv.stream().map(WholeListTests::listed).toList();
        }
    }

    private static ListedAgent listed(NamedCsvRecord row) {
        var kind = nonEmpty(row, "entity_type");
        var population = number(row, "population");
        return new ListedAgent(
                row.getField("name"),
                kind == null ? ListedAgent.Kind.ANY : ListedAgent.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                nonEmpty(row, "iso"),
                nonEmpty(row, "state"),
                Map.of(),
                number(row, "lat"),
                number(row, "lng"),
                population == null ? null : population.longValue());
    }

    private static @Nullable String nonEmpty(NamedCsvRecord row, String column) {
        var cell = row.getField(column);
        return cell.isEmpty() || cell.equals("NA") ? null : cell;
    }

    private static @Nullable Double number(NamedCsvRecord row, String column) {
        var cell = nonEmpty(row, column);
        return cell == null ? null : Double.valueOf(cell);
    }
}

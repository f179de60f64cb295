package io.throughline.intake.matching;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.intake.matching.LabelledSample.Row;
import io.throughline.writing.ledger.NewAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Measures precision and recall of matching on rows of real lists, labelled by hand. */
@GraphTest
class LabelledSampleTests {

    private static final Logger log = LoggerFactory.getLogger(LabelledSampleTests.class);

    @Autowired
    private AgentMatcher matcher;

    @Autowired
    private Driver driver;

    /**
     * The counts for some rows.
     *
     * @param resolved rows that were resolved without a person
     * @param right resolved rows whose result is correct
     * @param something rows that mean something the graph or the gazetteer has
     */
    private record Score(int rows, int resolved, int right, int something) {

        double precision() {
            return right / (double) resolved;
        }

        double recall() {
            return right / (double) something;
        }

        @Override
        public String toString() {
            return "%d rows: precision %d of %d = %.2f %%, recall %d of %d = %.2f %%"
                    .formatted(rows, right, resolved, 100 * precision(), right, something, 100 * recall());
        }
    }

    @Test
    void reachesTheRequiredPrecisionAndRecall() {
        var rows = LabelledSample.read();
        var begun = Instant.now();
        var matches = matcher.match(rows.stream().map(Row::listed).toList());
        log.info("{} rows matched in {}", rows.size(), Duration.between(begun, Instant.now()));
        var meanings = matches.stream().map(this::meaning).toList();
        logMistakes(rows, matches, meanings);
        var all = score(rows, matches, meanings, row -> true);
        for (var half : List.of("TUNING", "HELD_OUT")) {
            log.info(
                    "{}: {}",
                    half,
                    score(rows, matches, meanings, row -> row.half().equals(half)));
        }
        log.info("all: {}", all);
        assertThat(all.rows()).isGreaterThanOrEqualTo(300);
        assertThat(all.precision()).as(all.toString()).isGreaterThanOrEqualTo(0.995);
        assertThat(all.recall()).as(all.toString()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void readsCouncilsRegionsNamesInTwoLanguagesAndSeveralInACell() {
        var rows = LabelledSample.ofKinds();
        var matches = matcher.match(rows.stream().map(Row::listed).toList());
        var meanings = matches.stream().map(this::meaning).toList();
        logMistakes(rows, matches, meanings);
        for (var group : List.of("COUNCIL", "PROVINCE", "TWO_NAMES")) {
            var score = score(rows, matches, meanings, row -> row.half().equals(group));
            log.info("{}: {}", group, score);
            assertThat(score.precision()).as(group + ": " + score).isGreaterThanOrEqualTo(0.995);
            assertThat(score.recall()).as(group + ": " + score).isGreaterThanOrEqualTo(0.95);
        }
        var several = score(rows, matches, meanings, row -> row.half().equals("SEVERAL"));
        log.info("SEVERAL: {} rows, {} resolved", several.rows(), several.resolved());
        assertThat(several.resolved()).isZero();
    }

    private static void logMistakes(List<Row> rows, List<AgentMatch> matches, List<Set<String>> meanings) {
        for (var i = 0; i < rows.size(); i++) {
            var right = rows.get(i).labels().stream().anyMatch(meanings.get(i)::contains);
            if (!right
                    && (matches.get(i) instanceof AgentMatch.Waiting
                            ? rows.get(i).isSomething()
                            : true)) {
                log.info(
                        "{} {} {} means {} {}, not {}",
                        matches.get(i) instanceof AgentMatch.Waiting ? "WAITS" : "WRONG",
                        rows.get(i).half(),
                        rows.get(i).listed(),
                        rows.get(i).labels(),
                        rows.get(i).note(),
                        matches.get(i));
            }
        }
    }

    private static Score score(
            List<Row> rows, List<AgentMatch> matches, List<Set<String>> meanings, Predicate<Row> test) {
        int count = 0, resolved = 0, right = 0, something = 0;
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (test.test(row)) {
                count++;
                resolved += matches.get(i) instanceof AgentMatch.Waiting ? 0 : 1;
                right += row.labels().stream().anyMatch(meanings.get(i)::contains) ? 1 : 0;
                something += row.isSomething() ? 1 : 0;
            }
        }
        return new Score(count, resolved, right, something);
    }

    /** The labels that are correct for a match; none for one that waits. */
    private Set<String> meaning(AgentMatch match) {
        if (match instanceof AgentMatch.Known known) {
            return recorded(known.agentId());
        }
        return match instanceof AgentMatch.Unseen unseen ? toBeAdded(unseen.agent()) : Set.of();
    }

    private static Set<String> toBeAdded(NewAgent agent) {
        var meant = new HashSet<String>();
        if (agent.label().equals("City")) {
            meant.add(agent.identifiers().getOrDefault("geonames", agent.id()));
        } else {
            meant.add(agent.identifiers().getOrDefault("iso3166-2", agent.id()));
        }
        return meant;
    }

    /**
     * Its id and, for a city, its GeoNames number or, for a region, its own ISO code (not that of the state a county is
     * in).
     */
    private Set<String> recorded(String id) {
        return new HashSet<>(driver.executableQuery("""
                        MATCH (agent:Entity {id: $id})
                        RETURN [$id] + COLLECT {
                          MATCH (agent)-[:HAS_IDENTIFIER]->(identifier)
                          WHERE identifier.scheme = CASE WHEN agent:City THEN 'geonames' ELSE 'iso3166-2' END
                            AND NOT (agent.kind = 'COUNTY' AND EXISTS { (state:Place {id: identifier.value}) WHERE state.name <> agent.name })
                          RETURN identifier.value
                        } AS meant
                        """)
                .withParameters(java.util.Map.of("id", id))
                .execute()
                .records()
                .get(0)
                .get("meant")
                .asList(Value::asString));
    }

    @Test
    void theSampleIsCompleteAndAThirdIsHeldOut() {
        var rows = LabelledSample.read();
        assertThat(rows).hasSize(630);
        assertThat(rows.stream().filter(row -> row.half().equals("HELD_OUT"))).hasSize(210);
        assertThat(rows).allSatisfy(row -> assertThat(row.labels()).isNotEmpty());
        var numbers = new ArrayList<>(rows.stream().map(Row::number).toList());
        assertThat(numbers.stream().map(String::valueOf).collect(joining(",")))
                .startsWith("1,2,3")
                .endsWith("630");
    }
}

package io.throughline.intake.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.reference.gazetteer.Gazetteer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Measures how many names a second the matcher matches, in batches of a thousand as in imports; {@code docs/benchmark.md}
 * reports it. {@code mvn test -Dtest=MatchRate -Dtest.jvm=}
 */
@GraphTest
class MatchRate {

    private static final int NAMES = 10_000;
    private static final int BATCH = 1_000;
    private static final int ROUNDS = 8;

    /** GeoNames numbers up to this one are tried. */
    private static final int HIGHEST_NUMBER = 12_000_000;

    @Autowired
    private AgentMatcher matcher;

    @Autowired
    private Gazetteer gazetteer;

    @Test
    void matchesNames() {
        var names = names();
        for (var round = 1; round <= ROUNDS; round++) {
            var begun = Instant.now();
            var found = 0L;
            for (var from = 0; from < NAMES; from += BATCH) {
                found += matcher.match(names.subList(from, from + BATCH)).stream()
                        .filter(AgentMatch.Found.class::isInstance)
                        .count();
            }
            var seconds = Duration.between(begun, Instant.now()).toMillis() / 1e3;
            System.out.printf(
                    "round %d: %,.0f names a second, %.1f %% found%n", round, NAMES / seconds, 100.0 * found / NAMES);
            assertThat(found).isGreaterThan(NAMES / 2);
        }
    }

    /** Names of places drawn with a fixed seed, half of them with a legal form, a state or a second name. */
    private List<ListedAgent> names() {
        var random = new Random(16);
        var names = new ArrayList<ListedAgent>();
        while (names.size() < NAMES) {
            var place = gazetteer.place(random.nextInt(HIGHEST_NUMBER));
            if (place == null) {
                continue;
            }
            var name = place.name();
            var printed = switch (random.nextInt(8)) {
                case 0 -> "City of " + name;
                case 1 -> name + " Municipality";
                case 2 -> name + ", " + (place.stateName() == null ? "Elsewhere" : place.stateName());
                case 3 -> name + " / " + name;
                default -> name;
            };
            names.add(
                    new ListedAgent(printed, ListedAgent.Kind.CITY, place.country(), null, Map.of(), null, null, null));
        }
        return names;
    }
}

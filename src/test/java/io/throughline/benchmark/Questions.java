package io.throughline.benchmark;

import static java.util.stream.Collectors.joining;

import io.throughline.benchmark.Question.Arguments;
import io.throughline.graphql.connection.ListCursor;
import io.throughline.reference.name.NameKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;

/** The queries of the benchmark. Their arguments vary, so that no cache has the response. */
final class Questions {

    private static final int VARIATIONS = 200;
    private static final double NONE = Double.NaN;

    private final World world;
    private final Driver driver;
    private final SplittableRandom random = new SplittableRandom(5);

    private Questions(World world, Driver driver) {
        this.world = world;
        this.driver = driver;
    }

    static List<Question> of(World world, Driver driver) {
        return new Questions(world, driver).all();
    }

    private List<Question> all() {
        return List.of(
                Question.of("name", "name", NONE, true, vary(turn -> Arguments.same(Map.of("id", city().id())))),
                Question.of("city", "city", NONE, false, vary(turn -> Arguments.same(Map.of("id", city().id())))),
                Question.of("members", "members", 5, false, vary(turn -> Arguments.same(Map.of("id", network(50))))),
                Question.of("participants-1", "participants", 5, true, participants(0)),
                Question.of("participants-50", "participants", 5, true, participants(49)),
                Question.of("overlap", "overlap", NONE, false, vary(turn -> pair())),
                Question.of("map", "map", NONE, false, List.of(Arguments.same(Map.of()))),
                Question.of("fuzzy", "fuzzy", NONE, true, vary(turn -> misspelt(city().name()))),
                Question.of("prefix", "prefix", NONE, true, vary(turn -> prefix(city().name()))),
                Question.of(
                        "countries", "countries", NONE, false, vary(turn -> Arguments.same(Map.of("id", network(1))))),
                Question.of("path", "path", NONE, false, vary(turn -> pathEnds())),
                Question.of("connection", "connection", NONE, true, vary(turn -> connectedCities())),
                Question.of("matrix", "matrix", 300, false, vary(turn -> onDay(60))),
                Question.of("exclusive", "exclusive", 300, false, vary(turn -> onDay(20))));
    }

    private static List<Arguments> vary(IntFunction<Arguments> one) {
        return IntStream.range(0, VARIATIONS).mapToObj(one).toList();
    }

    private World.City city() {
        return world.city(world.anyCity(random));
    }

    /** A random network with at least this many members. */
    private String network(int least) {
        var enough = IntStream.range(0, world.size().networks)
                .filter(number -> world.networkSize(number) >= least)
                .toArray();
        return world.network(enough[random.nextInt(enough.length)]);
    }

    private Arguments pair() {
        // from the largest fifth; most other pairs have nothing in common
        var larger = Math.max(2, world.size().networks / 5);
        var one = random.nextInt(larger);
        var other = (one + random.nextInt(1, larger)) % larger;
        return Arguments.same(
                Map.of("one", world.network(Math.max(one, other)), "other", world.network(Math.min(one, other))));
    }

    /** The largest networks, on a day by which about half of their lists are published. */
    private Arguments onDay(int most) {
        var ids = IntStream.range(0, Math.min(most, world.size().networks))
                .mapToObj(world::network)
                .toList();
        var day = LocalDate.of(2018 + random.nextInt(7), 1 + random.nextInt(12), 1 + random.nextInt(28));
        return new Arguments(
                most > 20
                        ? Map.of("ids", ids, "day", day.toString(), "universe", world.size().cities)
                        : Map.of("ids", ids, "day", day.toString()),
                Map.of("ids", ids, "day", day));
    }

    private Arguments pathEnds() {
        return Arguments.same(Map.of("from", city().id(), "to", world.campaign(random.nextInt(World.CAMPAIGNS))));
    }

    /** Two cities in the same network. */
    private Arguments connectedCities() {
        var members =
                world.members(random.nextInt(world.size().networks)).stream().toArray();
        var one = random.nextInt(members.length);
        var other = (one + random.nextInt(1, members.length)) % members.length;
        return Arguments.same(Map.of(
                "from",
                world.city(members[one]).id(),
                "to",
                world.city(members[other]).id()));
    }

    /**
     * Pages of 100 participants of the largest campaign through its largest partner. Each starts up to half a page
     * after a page boundary, so that they differ.
     */
    private List<Arguments> participants(int page) {
        var all = Map.<String, Object>of("partner", world.network(0), "campaign", world.campaign(0));
        var parameters = new HashMap<>(all);
        // a tiny graph has fewer
        var count = Math.min(world.networkSize(0), world.campaignSize(0));
        var skipped = Math.max(0, Math.min(page * 100, count - 150));
        parameters.put("skipped", skipped);
        var cursors =
                driver.executableQuery("""
                        MATCH (:Entity {id: $partner})<-[:VIA]-(membership {organizationId: $campaign})-[:MEMBER]->(city)
                        RETURN city.sortName AS key, membership.id AS id
                        ORDER BY key, id
                        SKIP $skipped
                        LIMIT 50
                        """).withParameters(parameters).execute().records();
        return vary(turn -> page == 0 && turn == 0
                ? participants(all, null)
                : participants(all, cursors.get(random.nextInt(cursors.size()))));
    }

    private static Arguments participants(Map<String, Object> all, @Nullable Record after) {
        var graphQl = new HashMap<>(all);
        var cypher = new HashMap<>(all);
        var key = after == null ? "" : after.get("key").asString();
        var id = after == null ? "" : after.get("id").asString();
        if (after != null) {
            graphQl.put("after", new ListCursor("Organization.channels", List.of(key, id)).text());
        }
        cypher.put("afterKey", key);
        cypher.put("afterId", id);
        return new Arguments(graphQl, cypher);
    }

    /** A name with one letter left out. */
    private Arguments misspelt(String name) {
        var left = random.nextInt(1, name.length());
        var text = name.substring(0, left) + name.substring(left + 1);
        return search(text, "+%1$s~2");
    }

    /** The beginning of a name, as typed into a search box. */
    private Arguments prefix(String name) {
        return search(name.substring(0, Math.min(name.length(), random.nextInt(4, 7))), "+%1$s*");
    }

    private static Arguments search(String text, String clause) {
        var query = Arrays.stream(NameKey.of(text).plain().split(" "))
                .map(clause::formatted)
                .collect(joining(" "));
        return new Arguments(Map.of("text", text), Map.of("query", query));
    }
}

package io.throughline.analysis.projection;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.throughline.GraphTest;
import io.throughline.analysis.overlap.MembershipStatus;
import io.throughline.analysis.overlap.StatusCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Compares with NetworkX; {@code docs/statistics/projection.py} computes the expected values. */
@GraphTest
class NetworkxTests {

    private static final Path FOLDER = Path.of("docs/statistics");

    private record Line(String graph, String of, String weight, String measure, String a, String b, double value) {}

    @Autowired
    private GraphQlTester graphQl;

    @ParameterizedTest
    @EnumSource
    void tiesEventsByWomenWhoAttendedBoth(ProjectionWeight weight) throws IOException {
        var women = women();
        var counts = new HashMap<MembershipStatus, Integer>();
        women.values().forEach(events -> counts.merge(new MembershipStatus(events, Set.of()), 1, Integer::sum));
        var ids =
                women.values().stream().flatMap(Set::stream).distinct().sorted().toList();
        agrees(ids, new OrganizationCoMembership(ids, new StatusCounts(counts), weight), "ORGANIZATIONS", weight);
    }

    @ParameterizedTest
    @EnumSource
    void tiesWomenByEventsBothAttended(ProjectionWeight weight) throws IOException {
        var women = women();
        var sizes =
                women.values().stream().flatMap(Set::stream).collect(toMap(event -> event, event -> 1, Integer::sum));
        var members = women.keySet().stream()
                .sorted()
                .map(id -> new ProjectedMember(id, List.copyOf(women.get(id)), 0))
                .toList();
        var coMembership = new MemberCoMembership(members, sizes, weight);
        agrees(members.stream().map(ProjectedMember::id).toList(), coMembership, "MEMBERS", weight);
    }

    @ParameterizedTest
    @EnumSource
    void tiesOrganizationsAndMembersOfTheDataset(ProjectionWeight weight) throws IOException {
        for (var of : ProjectionOf.values()) {
            var expected = lines("built-in", of.name(), weight);
            var organizations = of == ProjectionOf.ORGANIZATIONS
                    ? expected.stream()
                            .filter(line -> line.measure().equals("strength"))
                            .map(Line::a)
                            .toList()
                    : List.of("c40", "carbon-neutral-cities-alliance", "climate-mayors", "iclei", "jci", "ramcc");
            var answer = graphQl.document("""
                            query($of: ProjectionOf!, $organizations: [ID!]!, $weight: ProjectionWeight!) {
                              projection(of: $of, organizations: $organizations, weight: $weight) {
                                nodes { id strength betweenness }
                                edges { source target weight }
                                stats { cutOff modularity }
                              }
                            }
                            """)
                    .variable("of", of)
                    .variable("organizations", organizations)
                    .variable("weight", weight)
                    .execute();
            var nodes = maps(answer, "projection.nodes");
            for (var measure : List.of("strength", "betweenness")) {
                var values = values(expected, measure);
                if (measure.equals("strength") || weight == ProjectionWeight.COUNT) {
                    assertThat(values).hasSize(nodes.size());
                }
                values.forEach((id, value) -> assertThat(nodes)
                        .filteredOn(node -> id.equals(node.get("id")))
                        .singleElement()
                        .satisfies(node -> close((Double) node.get(measure), value, measure + " of " + id)));
            }
            if (of == ProjectionOf.ORGANIZATIONS) {
                var weights = values(expected, "weight");
                var edges = maps(answer, "projection.edges");
                assertThat(edges).hasSize(weights.size());
                edges.forEach(edge -> {
                    var ends = edge.get("source") + " " + edge.get("target");
                    close((Double) edge.get("weight"), weights.get(ends), ends);
                });
            }
            answer.path("projection.stats.cutOff").entity(Boolean.class).isEqualTo(false);
            answer.path("projection.stats.modularity")
                    .entity(Double.class)
                    .satisfies(modularity -> assertThat(modularity)
                            .isGreaterThan(Objects.requireNonNull(
                                            values(expected, "modularity").get(""))
                                    - 1e-9));
        }
    }

    private static void agrees(List<String> ids, CoMembership coMembership, String of, ProjectionWeight weight)
            throws IOException {
        var expected = lines("davis", of, weight);
        var weights = values(expected, "weight");
        var network = new WeightedNetwork(
                ids.size(),
                EdgeThreshold.of(coMembership, 0, null, Integer.MAX_VALUE).edges());
        assertThat(network.edges()).hasSize(weights.size());
        network.edges().forEach(link -> {
            var ends = ids.get(link.a()) + " " + ids.get(link.b());
            close(link.weight(), weights.get(ends), ends);
        });
        var strengths = values(expected, "strength");
        IntStream.range(0, ids.size())
                .forEach(node -> close(network.strength(node), strengths.get(ids.get(node)), ids.get(node)));
        var betweenness = Objects.requireNonNull(BetweennessScores.of(network).values());
        values(expected, "betweenness").forEach((id, value) -> close(betweenness[ids.indexOf(id)], value, id));
        assertThat(CommunityDetection.of(network).modularity())
                .isGreaterThan(
                        Objects.requireNonNull(values(expected, "modularity").get("")) - 1e-9);
    }

    private static void close(@Nullable Double value, @Nullable Double expected, String what) {
        assertThat(expected).as(what).isNotNull();
        assertThat(value).as(what).isCloseTo(Objects.requireNonNull(expected), within(1e-12 * Math.max(1, expected)));
    }

    private static Map<String, Double> values(List<Line> lines, String measure) {
        return lines.stream()
                .filter(line -> line.measure().equals(measure))
                .collect(toMap(line -> line.b().isEmpty() ? line.a() : line.a() + " " + line.b(), Line::value));
    }

    private static List<Line> lines(String graph, String of, ProjectionWeight weight) throws IOException {
        var lines = Files.readAllLines(FOLDER.resolve("projection.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Line(
                        cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], Double.parseDouble(cells[6])))
                .filter(line -> line.graph().equals(graph)
                        && line.of().equals(of)
                        && line.weight().equals(weight.name()))
                .toList();
        assertThat(lines).isNotEmpty();
        return lines;
    }

    private static Map<String, Set<String>> women() throws IOException {
        return Files.readAllLines(FOLDER.resolve("projection-davis.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(groupingBy(cells -> cells[0], mapping(cells -> cells[1], toSet())));
    }

    private static List<Map<String, Object>> maps(GraphQlTester.Response answer, String path) {
        return answer.path(path)
                .entityList(new ParameterizedTypeReference<Map<String, Object>>() {})
                .get();
    }
}

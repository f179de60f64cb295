package io.throughline.analysis.path;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.RandomValues;
import io.throughline.SeededTries;
import io.throughline.graphql.entity.FieldSelection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** Compares searches in small random graphs with trying every path. */
@GraphTest
@Tag(SeededTries.TAG)
class PathSearcherTests {

    private static final List<String> ROLES = List.of("MEMBER", "MEMBER", "MEMBER", "TRACK", "SIBLING", "FOUNDER");

    @Autowired
    private PathSearcher searcher;

    @Autowired
    private Driver driver;

    @AfterEach
    void deleteCreatedData() {
        MadeMembership.deleteAll(driver);
    }

    @Test
    void findsTheSamePathsAsTryingAll() {
        var requests = new AtomicInteger();
        var lengths = new TreeSet<Integer>();
        SeededTries.fresh(200, random -> {
            deleteCreatedData();
            var agents = random.between(2, 9);
            var memberships = memberships(random, agents);
            MadeMembership.write(driver, agents, memberships);
            for (var turn = 0; turn < 5; turn++) {
                var request = PathRequest.of(
                        MadeMembership.agentId(random.between(0, agents - 1)),
                        MadeMembership.agentId(random.between(0, agents - 1)),
                        random.of(PathDirection.ANY, PathDirection.ANY, PathDirection.UP),
                        random.between(1, 6),
                        null,
                        null,
                        null);
                var found = searcher.search(request, FieldSelection.of(Map.of()));
                assertThat(found.paths().stream().map(PathSearcherTests::tried).toList())
                        .as("%s in %s", request, memberships)
                        .isEqualTo(new EveryPath(request, memberships).inOrder());
                assertThat(found.cutOff()).isFalse();
                requests.incrementAndGet();
                found.paths().forEach(path -> lengths.add(path.length()));
            }
        });
        // one in fifty requests finds paths of three steps
        if (requests.get() > 500) {
            assertThat(lengths).contains(1, 2, 3);
        }
    }

    private static List<MadeMembership> memberships(RandomValues random, int agents) {
        var drawn = random.list(
                0,
                2 * agents,
                () -> new MadeMembership(
                        random.between(0, agents - 1),
                        random.between(0, agents - 1),
                        random.of(ROLES),
                        random.chance(1, 10) ? "NOT_MEMBER" : "IN_FORCE",
                        random.chance(1, 10)));
        var byId = new TreeMap<String, MadeMembership>();
        drawn.forEach(each -> byId.put(each.id(), each));
        return List.copyOf(byId.values());
    }

    private static List<TriedStep> tried(Path path) {
        return path.steps().stream()
                .map(step -> new TriedStep(step.toId(), step.direction() == StepDirection.DOWN, step.membershipIds()))
                .toList();
    }

    private record TriedStep(String toId, boolean down, List<String> membershipIds) {}

    /** Tries every path, without any thought for how long that takes. */
    private static final class EveryPath {

        private static final Comparator<List<TriedStep>> ORDER = (one, other) -> {
            for (var i = 0; i < Math.min(one.size(), other.size()) && one.size() == other.size(); i++) {
                var order = Comparator.comparing(TriedStep::down)
                        .thenComparing(TriedStep::toId)
                        .compare(one.get(i), other.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(one.size(), other.size());
        };

        private final PathRequest request;
        private final List<MadeMembership> usable;
        private final List<List<TriedStep>> found = new ArrayList<>();

        EveryPath(PathRequest request, List<MadeMembership> memberships) {
            this.request = request;
            this.usable = memberships.stream()
                    .filter(each -> each.status().equals("IN_FORCE") && !each.lapsed())
                    .filter(each -> !each.role().equals("FOUNDER"))
                    .toList();
        }

        List<List<TriedStep>> inOrder() {
            extend(List.of(), List.of(request.fromId()));
            found.sort(ORDER);
            return request.direction() == PathDirection.UP
                    ? found
                    : found.stream()
                            .filter(path -> path.size() == found.get(0).size())
                            .toList();
        }

        private void extend(List<TriedStep> steps, List<String> passed) {
            var here = passed.get(passed.size() - 1);
            if (here.equals(request.toId())) {
                if (!steps.isEmpty()) {
                    found.add(steps);
                }
                return;
            }
            if (steps.size() == request.maxLength()) {
                return;
            }
            agents().filter(there -> !passed.contains(there)).forEach(there -> {
                var up = between(here, there);
                var down = between(there, here);
                var symmetric = Stream.concat(up.stream(), down.stream())
                        .filter(each -> each.role().equals("SIBLING"))
                        .toList();
                up.removeAll(symmetric);
                down.removeAll(symmetric);
                var all = new ArrayList<>(symmetric);
                all.addAll(up);
                if (request.direction() == PathDirection.ANY) {
                    all.addAll(down);
                }
                if (!all.isEmpty()) {
                    var step = new TriedStep(
                            there,
                            up.isEmpty() && all.stream().anyMatch(down::contains),
                            all.stream().map(MadeMembership::id).sorted().toList());
                    extend(with(steps, step), with(passed, there));
                }
            });
        }

        private Stream<String> agents() {
            return usable.stream()
                    .flatMap(each -> Stream.of(each.member(), each.organization()))
                    .map(MadeMembership::agentId)
                    .distinct();
        }

        private List<MadeMembership> between(String member, String organization) {
            return usable.stream()
                    .filter(each -> MadeMembership.agentId(each.member()).equals(member)
                            && MadeMembership.agentId(each.organization()).equals(organization))
                    .collect(toCollection(ArrayList::new));
        }

        private static <T> List<T> with(List<T> list, T another) {
            return Stream.concat(list.stream(), Stream.of(another)).toList();
        }
    }
}

package io.throughline.writing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.commons.support.ReflectionSupport.invokeMethod;

import io.throughline.GraphTest;
import io.throughline.SeededTries;
import io.throughline.dataset.ConsistencyRules;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.model.agent.OrganizationKind;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import io.throughline.reference.date.PartialDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Records, withdraws, merges and undoes at random: the graph keeps the consistency rules, and undoing everything restores the
 * former answers. The seeds are fixed, so that a build does not fail by chance.
 */
@GraphTest
@Tag(SeededTries.TAG)
class AnyChangesTests {

    private static final LedgerActivity FIRST =
            new LedgerActivity("any-changes-first", LedgerActivity.Kind.IMPORT, "Ada");
    private static final int CITIES = 4;
    private static final int NETWORKS = 3;
    private static final int SOURCES = 3;
    private static final int STEPS = 12;

    @Autowired
    private GraphWriter writer;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Driver driver;

    private final Deque<String> activities = new ArrayDeque<>();
    private final Set<String> merges = new HashSet<>();

    @BeforeEach
    void addThings() {
        writer.write(transaction -> {
            ledger.addOrganizations(
                    transaction,
                    FIRST,
                    IntStream.range(0, NETWORKS)
                            .mapToObj(number -> new NewOrganization(
                                    "any-changes-network-" + number,
                                    "Network " + number,
                                    OrganizationKind.NETWORK,
                                    null,
                                    null,
                                    null))
                            .toList());
            ledger.addAgents(
                    transaction,
                    FIRST,
                    IntStream.range(0, CITIES)
                            .mapToObj(number -> NewAgentBuilder.builder()
                                    .id("any-changes-city-" + number)
                                    .label("City")
                                    .kind("CITY")
                                    .name("City " + number)
                                    .identifiers(Map.of())
                                    .countryId("IT")
                                    .build())
                            .toList());
            for (var source = 0; source < SOURCES; source++) {
                ledger.addSource(
                        transaction,
                        FIRST,
                        NewSourceBuilder.builder()
                                .id("any-changes-source-" + source)
                                .title("A list")
                                .licence("none")
                                .statedAt(PartialDate.parse("202" + source))
                                .build());
            }
            return ledger.record(transaction, FIRST, claims(new Random(1), 10));
        });
    }

    @AfterEach
    void leaveTheGraphAsItWas() {
        writer.write(transaction -> transaction
                .run(
                        "MATCH (node:Entity) WHERE node.id STARTS WITH 'any-changes' OR node.id STARTS WITH 'pledge.any-changes' DETACH DELETE node")
                .consume());
    }

    static LongStream seeds() {
        return SeededTries.seeds(5, 1);
    }

    @Tag("full") // makes and undoes hundreds of changes
    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheRulesAndUndoingEverythingRestoresTheAnswers(long seed) {
        var random = new Random(seed);
        var before = view().answers();
        for (var step = 0; step < STEPS; step++) {
            var by = new LedgerActivity(
                    "any-changes-%d-%d".formatted(seed, step),
                    random.nextBoolean() ? LedgerActivity.Kind.IMPORT : LedgerActivity.Kind.EDIT,
                    "Grace");
            change(random, by);
            activities.push(by.id());
            assertThat(view().violations()).isEmpty();
        }
        checkRules();
        while (!activities.isEmpty()) {
            undo(
                    activities.pop(),
                    new LedgerActivity("any-changes-undo-" + activities.size(), LedgerActivity.Kind.EDIT, "Ada"),
                    1 + random.nextInt(5));
            assertThat(view().violations()).isEmpty();
        }
        checkRules();
        var after = view().answers();
        assertThat(after).filteredOn(line -> !before.contains(line)).isEmpty();
        assertThat(before).filteredOn(line -> !after.contains(line)).isEmpty();
    }

    private void change(Random random, LedgerActivity by) {
        switch (random.nextInt(6)) {
            case 0, 1, 2 -> {
                var claims = claims(random, 1 + random.nextInt(6));
                writer.write(transaction -> {
                    var preview = ledger.preview(transaction, by, claims);
                    assertThat(ledger.record(transaction, by, claims)).isEqualTo(preview);
                    return null;
                });
            }
            case 3 -> {
                var standing = standing();
                var some =
                        standing.stream().filter(id -> random.nextInt(3) == 0).toList();
                int withdrawn = writer.write(transaction -> ledger.withdraw(transaction, by, some, "by chance"));
                assertThat(withdrawn).isEqualTo(some.size());
            }
            case 4 -> {
                // a merge may only be undone after later ones, so it is left for the end
                var some =
                        activities.stream().filter(id -> !merges.contains(id)).toList();
                if (!some.isEmpty()) {
                    undo(some.get(random.nextInt(some.size())), by, 3);
                }
            }
            default -> {
                var cities = new ArrayList<>(
                        view().rows("MATCH (n:City) WHERE n.id STARTS WITH 'any-changes' RETURN n.id ORDER BY n.id"));
                if (cities.size() > 1) {
                    Collections.shuffle(cities, random);
                    writer.write(transaction -> {
                        ledger.merge(
                                transaction, by, cities.get(0), "Other " + cities.get(0), cities.get(1), "by chance");
                        return null;
                    });
                    merges.add(by.id());
                }
            }
        }
    }

    private void undo(String activityId, LedgerActivity by, int limit) {
        while (writer.write(transaction -> ledger.undo(transaction, by, activityId, limit))
                .more()) {}
    }

    private static List<MembershipClaim> claims(Random random, int count) {
        return Stream.generate(() -> claim(random)).limit(count).toList();
    }

    private static MembershipClaim claim(Random random) {
        var network = random.nextInt(NETWORKS);
        List<String> via =
                random.nextInt(3) > 0 ? List.of() : List.of("any-changes-network-" + (network + 1) % NETWORKS);
        return new MembershipClaim(
                "any-changes-city-" + random.nextInt(CITIES),
                MembershipStatementBuilder.builder()
                        .role(random.nextInt(4) > 0 ? MembershipRole.MEMBER : MembershipRole.SUPPORTER)
                        .organizationId("any-changes-network-" + network)
                        .viaIds(via)
                        .viaStatus(via.isEmpty() ? null : ViaStatus.NAMED)
                        .directness(via.isEmpty() ? Directness.DIRECT : Directness.INDIRECT)
                        .validFrom(date(random))
                        .status(List.of(Status.IN_FORCE, Status.IN_FORCE, Status.ENDED, Status.NOT_MEMBER)
                                .get(random.nextInt(4)))
                        .build(),
                null,
                random.nextInt(4) > 0 ? null : random.nextBoolean() ? "IT" : "FR",
                null,
                random.nextInt(3) > 0
                        ? List.of()
                        : List.of(new PledgeStatement("Net zero", 2030 + 10 * random.nextInt(3), null, null)),
                new ClaimEvidence(
                        "any-changes-source-" + random.nextInt(SOURCES),
                        null,
                        null,
                        date(random),
                        Strength.STATED,
                        random.nextInt(5) > 0 ? Rank.NORMAL : Rank.DEPRECATED,
                        false,
                        null));
    }

    private static @Nullable PartialDate date(Random random) {
        return random.nextBoolean() ? null : PartialDate.parse(String.valueOf(2019 + random.nextInt(3)));
    }

    private List<String> standing() {
        return view().rows(
                        "MATCH (claim:Claim) WHERE claim.id STARTS WITH 'any-changes' RETURN claim.id ORDER BY claim.id");
    }

    private RandomChangesView view() {
        return new RandomChangesView(driver);
    }

    private void checkRules() {
        var rules = new Rules(driver);
        var methods = new ArrayList<>(List.of(ConsistencyRules.class.getDeclaredMethods()));
        rules.begin();
        methods.stream()
                .filter(method -> method.isAnnotationPresent(Test.class))
                .forEach(rule -> invokeMethod(rule, rules));
    }

    private static final class Rules extends ConsistencyRules {

        private final Driver driver;

        Rules(Driver driver) {
            this.driver = driver;
        }

        @Override
        protected Driver driver() {
            return driver;
        }

        void begin() {
            Stream.of(ConsistencyRules.class.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(BeforeEach.class))
                    .forEach(method -> invokeMethod(method, this));
        }
    }
}

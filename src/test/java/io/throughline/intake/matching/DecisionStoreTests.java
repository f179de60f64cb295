package io.throughline.intake.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.intake.matching.MatchDecision.Verdict;
import io.throughline.writing.ledger.LedgerActivity;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

@GraphTest
class DecisionStoreTests {

    private static final LedgerActivity EDIT =
            new LedgerActivity("edit-of-decisions-tests", LedgerActivity.Kind.EDIT, "ada");

    private static final ListedAgent PORTLAND =
            new ListedAgent("Portland", ListedAgent.Kind.CITY, "US", null, Map.of(), null, null, null);

    @Autowired
    private AgentMatcher matcher;

    @Autowired
    private DecisionStore decisions;

    @Autowired
    private DecisionRepository repository;

    @Autowired
    private GraphWriter writer;

    @Autowired
    private Driver driver;

    @AfterEach
    void forget() {
        driver.executableQuery("MATCH (decision:Decision {activityId: $id}) DELETE decision")
                .withParameters(Map.of("id", EDIT.id()))
                .execute();
    }

    private void decide(ListedAgent listed, @Nullable String agentId, Verdict verdict, @Nullable String sourceId) {
        writer.write(transaction -> {
            decisions.remember(listed, agentId, verdict, sourceId, EDIT);
            return 0;
        });
    }

    private AgentMatch match(@Nullable String sourceId) {
        return matcher.match(List.of(PORTLAND), sourceId).get(0);
    }

    @Test
    void aDecisionAnswersTheQuestionNextTime() {
        assertThat(match(null)).isInstanceOf(AgentMatch.Waiting.class);
        decide(PORTLAND, "portland-me", Verdict.SAME, null);
        assertThat(match(null)).isInstanceOfSatisfying(AgentMatch.Known.class, known -> {
            assertThat(known.agentId()).isEqualTo("portland-me");
            assertThat(known.basis())
                    .isEqualTo(new AgentMatch.MatchBasis(
                            MatchStep.DECISION, 1, "decided by ada", List.of(), 0, List.of()));
        });
    }

    @Test
    void appliesRegardlessOfSpelling() {
        decide(PORTLAND, "portland-me", Verdict.SAME, null);
        var again = new ListedAgent(" PORTLAND ", ListedAgent.Kind.CITY, "usa", null, Map.of(), null, null, 5L);
        var other = new ListedAgent("Portland", ListedAgent.Kind.CITY, "US", "US-OR", Map.of(), null, null, null);
        assertThat(matcher.match(List.of(again, other)))
                .extracting(match -> ((AgentMatch.Known) match).agentId())
                .containsExactly("portland-me", "portland-or");
    }

    @Test
    void aLaterDecisionReplacesAnEarlierOneWhichStaysReadable() {
        decide(PORTLAND, "portland-me", Verdict.SAME, null);
        decide(PORTLAND, "portland-or", Verdict.SAME, null);
        assertThat(match(null))
                .isInstanceOfSatisfying(
                        AgentMatch.Known.class,
                        known -> assertThat(known.agentId()).isEqualTo("portland-or"));
        var history = decisions.history(PORTLAND);
        assertThat(history).extracting(MatchDecision::agentId).containsExactly("portland-or", "portland-me");
        assertThat(history.get(1).supersededById()).isEqualTo(history.get(0).id());
        assertThat(history.get(0).supersededById()).isNull();
        assertThat(history)
                .allSatisfy(decision -> assertThat(decision.recordedBy()).isEqualTo("ada"));
    }

    /** Both writers read the first decision before either of them supersedes it. */
    @Test
    void ofTwoWritersAtOnceTheSecondSupersedesTheFirst() throws Exception {
        decide(PORTLAND, null, Verdict.UNSURE, null);
        var bothHaveRead = new CyclicBarrier(2);
        var attempts = new AtomicInteger();
        var writers = Executors.newFixedThreadPool(2);
        try {
            var both = Stream.of("portland-me", "portland-or")
                    .map(id -> writers.submit(() -> writer.write(transaction -> {
                        var first = repository
                                .findByKeyAndSupersededByIdIsNull(decisions.key(PORTLAND))
                                .get(0);
                        if (attempts.incrementAndGet() <= 2) {
                            await(bothHaveRead);
                        }
                        var newer = StoredDecision.of(first.key(), Verdict.SAME, id, null, "Portland", EDIT);
                        repository.save(first.supersededBy(newer));
                        return repository.save(newer);
                    })))
                    .toList();
            for (var one : both) {
                one.get(20, TimeUnit.SECONDS);
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(attempts).hasValue(3);
        var history = decisions.history(PORTLAND);
        assertThat(history)
                .extracting(MatchDecision::supersededById)
                .containsExactlyInAnyOrder(
                        null, history.get(0).id(), history.get(1).id());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void isWrittenOnlyTogetherWithOtherChanges() {
        assertThatThrownBy(() -> decisions.remember(PORTLAND, null, Verdict.UNSURE, EDIT))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aRuledOutAgentIsNotACandidate() {
        decide(PORTLAND, "portland-me", Verdict.NOT_SAME, null);
        decide(PORTLAND, "portland-or", Verdict.NOT_SAME, null);
        assertThat(match(null))
                .isInstanceOfSatisfying(
                        AgentMatch.Waiting.class,
                        waiting -> assertThat(waiting.candidates())
                                .isNotEmpty()
                                .noneMatch(candidate -> "portland-me".equals(candidate.agentId()))
                                .noneMatch(candidate -> "portland-or".equals(candidate.agentId())));
    }

    @Test
    void unsureAndNoneOfTheseKeepWaiting() {
        decide(PORTLAND, null, Verdict.UNSURE, null);
        assertThat(match(null))
                .isInstanceOfSatisfying(
                        AgentMatch.Waiting.class,
                        waiting -> assertThat(waiting.code()).isEqualTo("DECIDED_UNSURE"));
        decide(PORTLAND, null, Verdict.NONE_OF_THESE, null);
        assertThat(match(null))
                .isInstanceOfSatisfying(
                        AgentMatch.Waiting.class,
                        waiting -> assertThat(waiting.code()).isEqualTo("DECIDED_NONE"));
    }

    @Test
    void aDecisionForOneSourceAppliesOnlyToThatSource() {
        decide(PORTLAND, "portland-me", Verdict.SAME, "climactor-2022-12");
        decide(PORTLAND, "portland-or", Verdict.SAME, null);
        assertThat(((AgentMatch.Known) match("climactor-2022-12")).agentId()).isEqualTo("portland-me");
        assertThat(((AgentMatch.Known) match("net-zero-tracker-2022-12-20")).agentId())
                .isEqualTo("portland-or");
        assertThat(((AgentMatch.Known) match(null)).agentId()).isEqualTo("portland-or");
    }

    @Test
    void checksThatAnAgentIsGivenIfTheVerdictNeedsOne() {
        assertThatThrownBy(() -> decide(PORTLAND, null, Verdict.SAME, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SAME");
        assertThatThrownBy(() -> decide(PORTLAND, "portland-me", Verdict.UNSURE, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UNSURE");
    }
}

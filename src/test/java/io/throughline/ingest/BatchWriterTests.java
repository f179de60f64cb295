package io.throughline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.GraphTest;
import io.throughline.cypher.GraphWriter;
import io.throughline.ingest.PlannedLine.ToRecord;
import io.throughline.ledger.Activity;
import io.throughline.ledger.Evidence;
import io.throughline.ledger.Ledger;
import io.throughline.ledger.MembershipClaim;
import io.throughline.ledger.NewAgent;
import io.throughline.membership.Directness;
import io.throughline.membership.MembershipRole;
import io.throughline.source.Rank;
import io.throughline.source.Strength;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a batch comes to when the graph is not what it was when its lines were read. */
@GraphTest
class BatchWriterTests {

    private static final Activity BY = new Activity("batch-writer-run", Activity.Kind.IMPORT, "Ada");

    @Autowired
    private GraphWriter graph;

    @Autowired
    private Ledger ledger;

    @Test
    void aCityThatSomebodyAddedMeanwhileUnderAnotherIdIsThatOne() {
        var boston = new NewAgent(
                "boston-us",
                "City",
                "CITY",
                "Boston",
                "US",
                null,
                null,
                null,
                null,
                null,
                Map.of("geonames", "4930956"));
        var claim = new MembershipClaim(
                "boston-us",
                MembershipRole.SUPPORTER,
                "c40",
                List.of(),
                null,
                Directness.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                null,
                new Evidence("c40-2024-11", "line 1", null, null, Strength.STATED, Rank.NORMAL, false, null));
        var line = new PlannedLine(1, Outcome.LEFT_OUT, List.of(new ToRecord(claim, boston, 1)), false, List.of());
        var batches = new BatchWriter(ledger);
        var foreseen = graph.write(transaction -> batches.foresee(transaction, BY, List.of(line)));
        check(foreseen);
        assertThatThrownBy(() -> graph.write(transaction -> {
                    check(batches.record(transaction, BY, List.of(line)));
                    throw new TakenBack();
                }))
                .isInstanceOf(TakenBack.class);
    }

    private static void check(BatchWriter.Written written) {
        assertThat(written.added()).isEmpty();
        assertThat(written.records().claims())
                .extracting(LineRecords.Recording::key)
                .containsExactly(Fingerprint.of("boston.supporter.c40"));
        assertThat(written.counts().memberships(Outcome.NEW)).isEqualTo(1);
    }

    /** So that nothing of it is kept. */
    private static final class TakenBack extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}

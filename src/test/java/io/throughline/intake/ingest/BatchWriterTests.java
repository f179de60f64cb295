package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.GraphTest;
import io.throughline.infra.cypher.GraphWriter;
import io.throughline.intake.ingest.PlannedLine.ToRecord;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Strength;
import io.throughline.writing.ledger.ClaimEvidence;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.LedgerActivity;
import io.throughline.writing.ledger.MembershipClaim;
import io.throughline.writing.ledger.MembershipStatementBuilder;
import io.throughline.writing.ledger.NewAgentBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Recording a batch when the graph has changed since its lines were planned. */
@GraphTest
class BatchWriterTests {

    private static final LedgerActivity BY = new LedgerActivity("batch-writer-run", LedgerActivity.Kind.IMPORT, "Ada");

    @Autowired
    private GraphWriter graph;

    @Autowired
    private Ledger ledger;

    @Test
    void usesACityThatWasMeanwhileAddedUnderAnotherId() {
        var boston = NewAgentBuilder.builder()
                .id("boston-us")
                .label("City")
                .kind("CITY")
                .name("Boston")
                .identifiers(Map.of("geonames", "4930956"))
                .countryId("US")
                .build();
        var claim = MembershipClaim.of(
                "boston-us",
                MembershipStatementBuilder.builder()
                        .role(MembershipRole.SUPPORTER)
                        .organizationId("c40")
                        .viaIds(List.of())
                        .directness(Directness.UNKNOWN)
                        .build(),
                new ClaimEvidence("c40-2024-11", "line 1", null, null, Strength.STATED, Rank.NORMAL, false, null));
        var line = PlannedLine.of(1, null, List.of(new ToRecord(claim, boston, 1)), false, List.of(), LineDetail.NONE);
        var batchWriter = new BatchWriter(ledger);
        var preview = graph.write(transaction -> batchWriter.preview(transaction, BY, List.of(line)));
        check(preview);
        assertThatThrownBy(() -> graph.write(transaction -> {
                    check(batchWriter.record(transaction, BY, List.of(line)));
                    throw new RolledBackException();
                }))
                .isInstanceOf(RolledBackException.class);
    }

    private static void check(BatchWriter.BatchResult result) {
        assertThat(result.added()).isEmpty();
        assertThat(result.records().claims())
                .extracting(LineRecords.ProcessedMembership::key)
                .containsExactly(TextFingerprint.of("boston.supporter.c40"));
        assertThat(result.counts().memberships(LineOutcome.NEW)).isEqualTo(1);
    }

    /** Rolls back the transaction. */
    private static final class RolledBackException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}

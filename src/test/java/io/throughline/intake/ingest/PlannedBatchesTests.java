package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.throughline.intake.ingest.PlannedLine.PlannedMembership;
import io.throughline.intake.ingest.PlannedLine.ToRecord;
import io.throughline.intake.tabular.FileFinding;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.intake.tabular.RejectedLine;
import io.throughline.intake.tabular.TableLine;
import io.throughline.writing.ledger.MembershipClaim;
import io.throughline.writing.ledger.NewAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannedBatchesTests {

    private static final PlannedMembership ADDING = new ToRecord(mock(MembershipClaim.class), mock(NewAgent.class), 0);

    private final Semaphore plannedCalls = new Semaphore(0);

    @Test
    void returnsAllLinesInOrderAndThenNone() {
        try (var batches = batches(5, 2, this::plan)) {
            var first = batches.take();
            assertThat(numbers(first)).containsExactly(1, 2);
            assertThat(first.bytesDone()).isEqualTo(20);
            var second = batches.take();
            assertThat(numbers(second)).containsExactly(3, 4);
            assertThat(second.bytesDone()).isEqualTo(40);
            assertThat(numbers(batches.take())).containsExactly(5);
            assertThat(numbers(batches.take())).isEmpty();
        }
    }

    @Test
    void plansTheNextBatchWhileOneIsRecorded() throws InterruptedException {
        try (var batches = batches(4, 2, this::plan)) {
            batches.take();
            assertThat(plannedCalls.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
            assertThat(numbers(batches.take())).containsExactly(3, 4);
        }
    }

    @Test
    void doesNotPlanAheadWhileABatchAddsAgents() throws InterruptedException {
        try (var batches = batches(
                4,
                2,
                lines -> lines.stream()
                        .map(line -> planned(plan(List.of(line)).get(0).number(), List.of(ADDING)))
                        .toList())) {
            batches.take();
            plannedCalls.acquire(2);
            assertThat(plannedCalls.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(numbers(batches.take())).containsExactly(3, 4);
        }
    }

    @Test
    void plansAheadInADryRunWhichAddsNoAgents() throws InterruptedException {
        try (var batches = batches(
                4,
                2,
                lines -> plan(lines).stream()
                        .map(line -> planned(line.number(), List.of(ADDING)))
                        .toList(),
                true)) {
            batches.take();
            assertThat(plannedCalls.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
            assertThat(numbers(batches.take())).containsExactly(3, 4);
        }
    }

    @Test
    void throwsAtTheBatchThatCannotBeRead() {
        try (var batches = batches(4, 2, lines -> {
            if (lines.get(0).number() == 3) {
                throw new UncheckedIOException(new IOException("gone"));
            }
            return plan(lines);
        })) {
            assertThat(numbers(batches.take())).containsExactly(1, 2);
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(batches::take);
        }
    }

    private List<PlannedLine> plan(List<? extends TableLine> lines) {
        plannedCalls.release();
        return lines.stream().map(line -> planned(line.number(), List.of())).toList();
    }

    private static PlannedLine planned(int number, List<PlannedMembership> memberships) {
        return PlannedLine.of(number, null, memberships, false, List.of(), LineDetail.NONE);
    }

    private static PlannedBatches batches(int lines, int size, BatchPlanner planner) {
        return batches(lines, size, planner, false);
    }

    private static PlannedBatches batches(int lines, int size, BatchPlanner planner, boolean dryRun) {
        var iterator = IntStream.rangeClosed(1, lines)
                .mapToObj(number -> (TableLine) new RejectedLine(number, new FileFinding("CODE", null, "unusable")))
                .iterator();
        var file = mock(PublishedFile.class);
        when(file.bytesRead()).thenReturn(20L, 40L, 50L);
        return new PlannedBatches(file, iterator, planner, size, dryRun);
    }

    private static List<Integer> numbers(PlannedBatches.PlannedBatch batch) {
        return batch.lines().stream().map(PlannedLine::number).toList();
    }
}

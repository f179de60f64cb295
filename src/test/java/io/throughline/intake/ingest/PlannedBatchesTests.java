package io.throughline.intake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.throughline.intake.ingest.PlannedLine.Planned;
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

    private static final Planned ADDING = new ToRecord(mock(MembershipClaim.class), mock(NewAgent.class), 0);

    private final Semaphore asked = new Semaphore(0);

    @Test
    void allLinesComeInTheirOrderAndThenNone() {
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
    void theNextLinesArePlannedWhileSomeAreRecorded() throws InterruptedException {
        try (var batches = batches(4, 2, this::plan)) {
            batches.take();
            assertThat(asked.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
            assertThat(numbers(batches.take())).containsExactly(3, 4);
        }
    }

    @Test
    void butNotWhileAgentsAreAddedThatTheyMayName() throws InterruptedException {
        try (var batches = batches(
                4,
                2,
                lines -> lines.stream()
                        .map(line -> planned(plan(List.of(line)).get(0).number(), List.of(ADDING)))
                        .toList())) {
            batches.take();
            asked.acquire(2);
            assertThat(asked.tryAcquire(200, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(numbers(batches.take())).containsExactly(3, 4);
        }
    }

    @Test
    void exceptInADryRunThatAddsNobody() throws InterruptedException {
        try (var batches = batches(
                4,
                2,
                lines -> plan(lines).stream()
                        .map(line -> planned(line.number(), List.of(ADDING)))
                        .toList(),
                true)) {
            batches.take();
            assertThat(asked.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
            assertThat(numbers(batches.take())).containsExactly(3, 4);
        }
    }

    @Test
    void aFileThatBreaksOffIsFoundWhereItDoes() {
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
        asked.release();
        return lines.stream().map(line -> planned(line.number(), List.of())).toList();
    }

    private static PlannedLine planned(int number, List<Planned> memberships) {
        return new PlannedLine(number, LineOutcome.LEFT_OUT, memberships, false, List.of());
    }

    private static PlannedBatches batches(int lines, int size, BatchPlanner planning) {
        return batches(lines, size, planning, false);
    }

    private static PlannedBatches batches(int lines, int size, BatchPlanner planning, boolean dryRun) {
        var iterator = IntStream.rangeClosed(1, lines)
                .mapToObj(number -> (TableLine) new RejectedLine(number, new FileFinding("CODE", null, "of no use")))
                .iterator();
        var file = mock(PublishedFile.class);
        when(file.bytesRead()).thenReturn(20L, 40L, 50L);
        return new PlannedBatches(file, iterator, planning, size, dryRun);
    }

    private static List<Integer> numbers(PlannedBatches.PlannedBatch batch) {
        return batch.lines().stream().map(PlannedLine::number).toList();
    }
}

package io.throughline.intake.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.intake.tabular.FileLimits;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.intake.tabular.ReadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample of a file stays small, whatever its rows are like. */
class ColumnSamplerTests {

    @TempDir
    private Path folder;

    private List<ColumnSample> sample(String content, long maxSize) throws Exception {
        var file = Files.writeString(folder.resolve("towns.csv"), content);
        try (var table = PublishedFile.open(file, "towns.csv", ReadOptions.detect(FileLimits.defaults()))) {
            return ColumnSampler.sample(table, maxSize);
        }
    }

    private static String rows(int count, String remark) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Town %d,%s\n".formatted(i, remark))
                .collect(Collectors.joining("", "town,remark\n", ""));
    }

    @Test
    void keepsFewerRowsIfTheyAreLong() throws Exception {
        assertThat(sample(rows(50, "x".repeat(900)), 10_000))
                .extracting(column -> column.values().size())
                .containsExactly(11, 11);
        assertThat(sample(rows(50, "x"), 10_000))
                .extracting(column -> column.values().size())
                .containsExactly(50, 50);
    }

    @Test
    void countsWhatShortCellsTake() throws Exception {
        assertThat(sample(rows(50, "x"), 1_000))
                .extracting(column -> column.values().size())
                .containsExactly(12, 12);
    }

    @Test
    void keepsTheBeginningOfALongCell() throws Exception {
        var remark = sample(rows(1, "x".repeat(1_999) + "😀" + "y".repeat(50_000)), 10_000)
                .get(1);

        assertThat(remark.values()).containsExactly("x".repeat(1_999) + "…");
    }

    @Test
    void readsNoPartOfATagThatWasCut() throws Exception {
        var tags = "Green Coast; ".repeat(154) + "Green Coast";

        assertThat(sample(rows(3, tags), 10_000).get(1))
                .extracting(column -> TagColumn.of(column, true))
                .isEqualTo(new TagColumn(";", Map.of("Green Coast", 3)));
    }
}

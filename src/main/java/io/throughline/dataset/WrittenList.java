package io.throughline.dataset;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was written to the folder of a list.
 *
 * @param lines how many lines each file has below its header, in the order of the dataset's files
 * @param undecided what a person still has to decide or correct before the files are complete, one sentence each
 * @param leftOut what the graph has of the sources and a dataset cannot have, one sentence each
 * @param fault why the dataset would be invalid with these files; null if it is valid
 */
public record WrittenList(
        Map<String, Integer> lines,
        List<String> undecided,
        List<String> leftOut,
        @Nullable String fault) {

    /** Whether the files can be used as they are. */
    public boolean isComplete() {
        return undecided.isEmpty() && fault == null;
    }
}

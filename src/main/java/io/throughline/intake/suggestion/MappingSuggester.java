package io.throughline.intake.suggestion;

import io.throughline.intake.tabular.FileLimits;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.intake.tabular.ReadOptions;
import io.throughline.intake.tabular.SheetOptions;
import io.throughline.intake.tabular.UnreadableFileException;
import io.throughline.reference.gazetteer.Gazetteer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Proposes a mapping for a file. It gives a reason for each column, leaves out what it does not recognize with certainty,
 * and marks what only a person can state.
 */
@Component
public class MappingSuggester {

    private final ColumnRecognizer recognizer;
    private final HeaderWords words = new HeaderWords();

    MappingSuggester(Gazetteer gazetteer) {
        this.recognizer = new ColumnRecognizer(gazetteer, words);
    }

    /**
     * Proposes a mapping from the first rows of a file: up to 5,000, fewer if they are long.
     *
     * @param file its path
     * @param name the name of the file, as people know it
     * @throws UnreadableFileException if it cannot be read
     */
    public MappingSuggestion suggest(Path file, String name, FileLimits limits) throws UnreadableFileException {
        try (var table = PublishedFile.open(file, name, ReadOptions.detect(limits))) {
            var columns = ColumnSampler.sample(table);
            if (!recognizer.isData(columns)) {
                return suggestion(table, columns, true);
            }
        }
        var withoutHeader = new ReadOptions(null, null, null, null, SheetOptions.DETECT, 0, Set.of(), limits);
        try (var table = PublishedFile.open(file, name, withoutHeader)) {
            return suggestion(table, ColumnSampler.sample(table), false);
        }
    }

    private MappingSuggestion suggestion(PublishedFile table, List<ColumnSample> columns, boolean hasHeader) {
        var recognized = recognizer.recognize(columns);
        var draft = new MappingDraft(table, columns, recognized, hasHeader, words);
        return new MappingSuggestion(draft.text(), recognized, table.findings());
    }
}

package io.throughline.intake.ingest;

import io.throughline.intake.suggestion.MappingSuggester;
import io.throughline.intake.suggestion.MappingSuggestion;
import io.throughline.intake.tabular.FileLimits;
import io.throughline.intake.tabular.UnreadableFileException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

/** The query {@code suggestMapping} in {@code graphql/ingest.graphqls}. */
@Controller
@ConditionalOnWebApplication
class SuggestionController {

    private final UploadStore uploads;
    private final MappingSuggester suggester;
    private final FileLimits limits;

    SuggestionController(UploadStore uploads, MappingSuggester suggester, FileLimits limits) {
        this.uploads = uploads;
        this.suggester = suggester;
        this.limits = limits;
    }

    @QueryMapping
    @PreAuthorize("hasRole('CURATOR')")
    MappingSuggestion suggestMapping(@Argument String file, @Argument @Nullable String fileName) {
        try {
            return suggester.suggest(
                    uploads.required(file), Objects.requireNonNullElse(fileName, file.substring(0, 12)), limits);
        } catch (UnreadableFileException e) {
            throw new ImportRejectedException(e, "file");
        }
    }
}

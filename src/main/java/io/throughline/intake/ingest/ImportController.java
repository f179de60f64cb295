package io.throughline.intake.ingest;

import io.throughline.graphql.change.UserError;
import io.throughline.intake.mapping.InvalidMappingException;
import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.mapping.MappingCatalog;
import java.nio.file.Path;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

/** The mutations about imports in {@code graphql/ingest.graphqls}. */
@Controller
@ConditionalOnWebApplication
class ImportController {

    record StartImportInput(
            String file,
            @Nullable String fileName,
            @Nullable String mapping,
            @Nullable String mappingText,
            boolean apply) {}

    record ResumeImportInput(String run, @Nullable String file) {}

    record RunInput(String run) {}

    record RunPayload(@Nullable ImportRun run, List<UserError> userErrors) {}

    private final ImportStarter imports;
    private final ImportRunner runner;
    private final MappingCatalog mappings;
    private final ImportCanceller cancelling;

    ImportController(ImportStarter imports, ImportRunner runner, MappingCatalog mappings, ImportCanceller cancelling) {
        this.imports = imports;
        this.runner = runner;
        this.mappings = mappings;
        this.cancelling = cancelling;
    }

    @MutationMapping
    @PreAuthorize("hasRole('CURATOR')")
    RunPayload startImport(@Argument StartImportInput input, Principal person) {
        // whoever sent the text of a mapping finds the mistake there
        return payload(
                () -> {
                    var order = new ImportRequest(
                            file(input.file),
                            Objects.requireNonNullElse(input.fileName, input.file.substring(0, 12)),
                            mapping(input),
                            person.getName(),
                            input.apply);
                    return runner.start(() -> imports.begin(order));
                },
                refused -> refused.isAbout("mapping") && input.mappingText != null
                        ? refused.about("mappingText")
                        : refused.userError());
    }

    @MutationMapping
    @PreAuthorize("hasRole('CURATOR')")
    RunPayload resumeImport(@Argument ResumeImportInput input) {
        return payload(() -> {
            var run = imports.run(input.run)
                    .orElseThrow(() -> new ImportRejectedException(
                            "RUN_UNKNOWN", "There is no import run %s".formatted(input.run), "run"));
            var file = file(Objects.requireNonNullElse(input.file, run.sha256()));
            return runner.start(() -> imports.resume(run.id(), file));
        });
    }

    @MutationMapping
    @PreAuthorize("hasRole('CURATOR')")
    RunPayload cancelImport(@Argument RunInput input, Principal person) {
        return payload(() -> cancelling.cancel(input.run, person.getName()));
    }

    @MutationMapping
    @PreAuthorize("hasRole('ADMIN')")
    RunPayload undoImport(@Argument RunInput input, Principal person) {
        return payload(() -> runner.undo(input.run, person.getName()));
    }

    private Path file(String id) {
        return runner.upload(id)
                .orElseThrow(() -> new ImportRejectedException(
                        "FILE_UNKNOWN",
                        "There is no uploaded file %s: send it to /imports/files".formatted(id),
                        "file"));
    }

    private Mapping mapping(StartImportInput input) {
        if ((input.mapping == null) == (input.mappingText == null)) {
            throw new ImportRejectedException("MAPPING_EXPECTED", "Give either mapping or mappingText");
        }
        try {
            return input.mappingText != null
                    ? Mapping.read(input.mappingText, "mappingText")
                    : mappings.byId(String.valueOf(input.mapping))
                            .orElseThrow(() -> new ImportRejectedException(
                                    "MAPPING_UNKNOWN",
                                    "There is no mapping %s; the field mappings has them all".formatted(input.mapping),
                                    "mapping"));
        } catch (InvalidMappingException e) {
            throw new ImportRejectedException("MAPPING_MISTAKE", String.valueOf(e.getMessage()), "mapping");
        }
    }

    private static RunPayload payload(Supplier<ImportRun> work) {
        return payload(work, ImportRejectedException::userError);
    }

    private static RunPayload payload(Supplier<ImportRun> work, Function<ImportRejectedException, UserError> told) {
        try {
            return new RunPayload(work.get(), List.of());
        } catch (ImportRejectedException e) {
            return new RunPayload(null, List.of(told.apply(e)));
        }
    }
}

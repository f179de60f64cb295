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

/** The mutations on imports in {@code graphql/ingest.graphqls}. */
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
    private final ImportCanceller canceller;

    ImportController(ImportStarter imports, ImportRunner runner, MappingCatalog mappings, ImportCanceller canceller) {
        this.imports = imports;
        this.runner = runner;
        this.mappings = mappings;
        this.canceller = canceller;
    }

    @MutationMapping
    @PreAuthorize("hasRole('CURATOR')")
    RunPayload startImport(@Argument StartImportInput input, Principal person) {
        // if the mapping was given as text, report its errors for that field
        return payload(
                () -> {
                    var request = new ImportRequest(
                            file(input.file),
                            Objects.requireNonNullElse(input.fileName, input.file.substring(0, 12)),
                            mapping(input),
                            person.getName(),
                            input.apply);
                    return runner.start(() -> imports.begin(request));
                },
                rejected -> rejected.isAbout("mapping") && input.mappingText != null
                        ? rejected.about("mappingText")
                        : rejected.userError());
    }

    @MutationMapping
    @PreAuthorize("hasRole('CURATOR')")
    RunPayload resumeImport(@Argument ResumeImportInput input) {
        return payload(() -> {
            var run = imports.run(input.run)
                    .orElseThrow(() -> new ImportRejectedException(
                            "RUN_UNKNOWN", "no import has the id %s".formatted(input.run), "run"));
            var file = file(Objects.requireNonNullElse(input.file, run.sha256()));
            return runner.start(() -> imports.resume(run.id(), file));
        });
    }

    @MutationMapping
    @PreAuthorize("hasRole('CURATOR')")
    RunPayload cancelImport(@Argument RunInput input, Principal person) {
        return payload(() -> canceller.cancel(input.run, person.getName()));
    }

    @MutationMapping
    @PreAuthorize("hasRole('ADMIN')")
    RunPayload undoImport(@Argument RunInput input, Principal person) {
        return payload(() -> runner.undo(input.run, person.getName()));
    }

    private Path file(String id) {
        return runner.upload(id);
    }

    private Mapping mapping(StartImportInput input) {
        if ((input.mapping == null) == (input.mappingText == null)) {
            throw new ImportRejectedException("MAPPING_EXPECTED", "give either mapping or mappingText");
        }
        try {
            return input.mappingText != null
                    ? Mapping.read(input.mappingText, "mappingText")
                    : mappings.byId(String.valueOf(input.mapping))
                            .orElseThrow(() -> new ImportRejectedException(
                                    "MAPPING_UNKNOWN",
                                    "unknown mapping %s; the field mappings lists all of them".formatted(input.mapping),
                                    "mapping"));
        } catch (InvalidMappingException e) {
            throw new ImportRejectedException(e, "mapping");
        }
    }

    private static RunPayload payload(Supplier<ImportRun> mutation) {
        return payload(mutation, ImportRejectedException::userError);
    }

    private static RunPayload payload(
            Supplier<ImportRun> mutation, Function<ImportRejectedException, UserError> toUserError) {
        try {
            return new RunPayload(mutation.get(), List.of());
        } catch (ImportRejectedException e) {
            return new RunPayload(null, List.of(toUserError.apply(e)));
        }
    }
}

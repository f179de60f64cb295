package io.throughline.dataset;

import java.nio.file.Path;

/** Checks the files of a dataset as the server does when it starts, but without a database. */
public final class DatasetValidator {

    private DatasetValidator() {}

    /**
     * Checks all files of a folder.
     *
     * @return a sentence that says what they contain
     * @throws io.throughline.infra.start.StartFailureException at the first error, with its file and line
     */
    public static String check(Path folder) {
        var files = DatasetFiles.in(folder.toAbsolutePath().toUri().toString());
        var plan = DatasetPlanner.plan(files);
        return "%d files: %d organizations, %d cities and regions, %d memberships, %d claims of %d sources."
                .formatted(
                        files.sources().size(),
                        plan.count("Organization"),
                        plan.count("LocalGovernment"),
                        plan.count("Membership"),
                        plan.count("Claim"),
                        plan.count("Source"));
    }
}

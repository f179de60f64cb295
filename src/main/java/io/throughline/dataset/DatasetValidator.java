package io.throughline.dataset;

import java.nio.file.Path;

/** Checks the files of a dataset as a start would, without a database. */
public final class DatasetValidator {

    private DatasetValidator() {}

    /**
     * Checks them all.
     *
     * @return what they hold, a sentence
     * @throws io.throughline.infra.start.StartFailureException at the first mistake, with its file and line
     */
    public static String check(Path folder) {
        var files = DatasetFiles.in(folder.toAbsolutePath().toUri().toString());
        var plan = DatasetPlanner.plan(files);
        return "%d files: %d organizations, %d cities and regions, %d memberships, %d claims of %d sources."
                .formatted(
                        files.texts().size(),
                        plan.count("Organization"),
                        plan.count("LocalGovernment"),
                        plan.count("Membership"),
                        plan.count("Claim"),
                        plan.count("Source"));
    }
}

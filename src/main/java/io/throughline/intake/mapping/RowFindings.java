package io.throughline.intake.mapping;

import io.throughline.intake.tabular.FileFinding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects findings about a row while it is interpreted. */
final class RowFindings {

    private final List<FileFinding> refusals = new ArrayList<>();
    private final List<FileFinding> notes = new ArrayList<>();

    /** Adds an invalid part of a membership, which is therefore refused. */
    void refuse(String code, @Nullable String column, String message) {
        refusals.add(new FileFinding(code, column, message));
    }

    void refuse(FileFinding finding) {
        refusals.add(finding);
    }

    /** Adds something left out or unusual that does not affect the memberships. */
    void note(FileFinding finding) {
        notes.add(finding);
    }

    void note(String code, @Nullable String column, String message) {
        notes.add(new FileFinding(code, column, message));
    }

    void add(RowFindings others) {
        refusals.addAll(others.refusals);
        notes.addAll(others.notes);
    }

    boolean isRefused() {
        return !refusals.isEmpty();
    }

    /** All distinct findings, refusals first. */
    List<FileFinding> all() {
        var all = new ArrayList<>(refusals);
        all.addAll(notes);
        return all.stream().distinct().toList();
    }
}

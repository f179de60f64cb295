package io.throughline.intake.mapping;

import io.throughline.intake.tabular.FileFinding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to say about a row while it is read. */
final class RowFindings {

    private final List<FileFinding> refusals = new ArrayList<>();
    private final List<FileFinding> asides = new ArrayList<>();

    /** Something that the row says about a membership and that cannot be used. */
    void refuse(String code, @Nullable String column, String message) {
        refusals.add(new FileFinding(code, column, message));
    }

    void refuse(FileFinding finding) {
        refusals.add(finding);
    }

    /** Something that is left out or odd, though the memberships stand. */
    void note(FileFinding finding) {
        asides.add(finding);
    }

    void note(String code, @Nullable String column, String message) {
        asides.add(new FileFinding(code, column, message));
    }

    void add(RowFindings others) {
        refusals.addAll(others.refusals);
        asides.addAll(others.asides);
    }

    boolean isRefused() {
        return !refusals.isEmpty();
    }

    /** All of it, what is refused first. */
    List<FileFinding> all() {
        var all = new ArrayList<>(refusals);
        all.addAll(asides);
        return all.stream().distinct().toList();
    }
}

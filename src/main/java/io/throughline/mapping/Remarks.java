package io.throughline.mapping;

import io.throughline.published.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to say about a row while it is read. */
final class Remarks {

    private final List<Finding> refusals = new ArrayList<>();
    private final List<Finding> asides = new ArrayList<>();

    /** Something that the row says about a membership and that cannot be used. */
    void refuse(String code, @Nullable String column, String message) {
        refusals.add(new Finding(code, column, message));
    }

    void refuse(Finding finding) {
        refusals.add(finding);
    }

    /** Something that is left out or odd, though the memberships stand. */
    void note(Finding finding) {
        asides.add(finding);
    }

    void note(String code, @Nullable String column, String message) {
        asides.add(new Finding(code, column, message));
    }

    void add(Remarks others) {
        refusals.addAll(others.refusals);
        asides.addAll(others.asides);
    }

    boolean isRefused() {
        return !refusals.isEmpty();
    }

    /** All of it, what is refused first. */
    List<Finding> all() {
        var all = new ArrayList<>(refusals);
        all.addAll(asides);
        return all.stream().distinct().toList();
    }
}

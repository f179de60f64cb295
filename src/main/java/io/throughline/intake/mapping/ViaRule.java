package io.throughline.intake.mapping;

import io.throughline.intake.tabular.FileFinding;
import io.throughline.model.membership.ViaStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a row says through whom a member came. Several values in one cell are several roads; several parts of the list
 * are one road in the order from the member on.
 *
 * @param parts empty when the row says nothing of it
 * @param unknownIsUnnamed whether a value that is in no table makes a road that is not named, rather than refusing it
 * @param otherwise what it is when no road is named: what the mapping says; null when it says nothing
 */
record ViaRule(
        List<ValueExpression> parts,
        boolean unknownIsUnnamed,
        @Nullable ViaStatus otherwise) {

    /** One road: the organizations in between, and whether they are named. */
    record Taken(List<String> viaIds, @Nullable ViaStatus status) {}

    /** Every road of a row; none when one cannot be read, which is remarked on. */
    List<Taken> take(RowCells cells, RowFindings remarks) {
        if (parts.isEmpty()) {
            return List.of(new Taken(List.of(), otherwise));
        }
        var unknown = new ArrayList<FileFinding>();
        var roads = parts.size() == 1
                ? parts.get(0).takeAll(cells, unknown::add).stream()
                        .map(List::of)
                        .toList()
                : chain(cells, remarks, unknown);
        if (roads == null || (!unknown.isEmpty() && !unknownIsUnnamed)) {
            unknown.forEach(remarks::refuse);
            return List.of();
        }
        var taken = new ArrayList<Taken>();
        roads.forEach(ids -> taken.add(new Taken(ids, ViaStatus.NAMED)));
        if (!unknown.isEmpty()) {
            unknown.forEach(remarks::note);
            taken.add(new Taken(List.of(), ViaStatus.UNNAMED));
        }
        return taken.isEmpty()
                ? List.of(new Taken(List.of(), otherwise == null ? ViaStatus.NOT_STATED : otherwise))
                : taken;
    }

    /** The one road of several parts; null when only some of them are given: a road with a gap is none. */
    private @Nullable List<List<String>> chain(RowCells cells, RowFindings remarks, List<FileFinding> unknown) {
        var ids = new ArrayList<String>();
        @Nullable String gap = null;
        var gaps = 0;
        for (var part : parts) {
            var id = part.take(cells, unknown::add);
            if (id == null) {
                gap = part.column();
                gaps++;
            } else {
                ids.add(id);
            }
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        if (gaps > 0 && unknown.isEmpty()) {
            remarks.refuse("GAP_IN_VIA", gap, "a part of the road is missing, though another is given");
            return null;
        }
        return gaps > 0 ? List.of() : List.of(ids);
    }
}

package io.throughline.intake.mapping;

import io.throughline.intake.tabular.FileFinding;
import io.throughline.model.membership.ViaStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the routes by which a member joined. Several values in one cell are several routes; several parts are one
 * route, in order, starting at the member.
 *
 * @param parts empty if the row does not say
 * @param unknownIsUnnamed whether a value that is not in its table gives a route with an unnamed partner instead of
 *     being refused
 * @param otherwise the status if no route is named; null if the mapping does not say
 */
record ViaRule(
        List<ValueExpression> parts,
        boolean unknownIsUnnamed,
        @Nullable ViaStatus otherwise) {

    /** A route: the organizations the member joined through, and whether they are named. */
    record StatedRoute(List<String> viaIds, @Nullable ViaStatus status) {}

    /** The routes of a row; none, with a finding, if one of them is invalid. */
    List<StatedRoute> routes(RowCells cells, RowFindings findings) {
        if (parts.isEmpty()) {
            return List.of(new StatedRoute(List.of(), otherwise));
        }
        var unknown = new ArrayList<FileFinding>();
        var named = parts.size() == 1
                ? parts.get(0).evaluateAll(cells, unknown::add).stream()
                        .map(List::of)
                        .toList()
                : chain(cells, findings, unknown);
        if (named == null || (!unknown.isEmpty() && !unknownIsUnnamed)) {
            unknown.forEach(findings::refuse);
            return List.of();
        }
        var routes = new ArrayList<StatedRoute>();
        named.forEach(ids -> routes.add(new StatedRoute(ids, ViaStatus.NAMED)));
        if (!unknown.isEmpty()) {
            unknown.forEach(findings::note);
            routes.add(new StatedRoute(List.of(), ViaStatus.UNNAMED));
        }
        return routes.isEmpty()
                ? List.of(new StatedRoute(List.of(), otherwise == null ? ViaStatus.NOT_STATED : otherwise))
                : routes;
    }

    /** The single route of several parts; null if only some parts are given, because a route must not have a gap. */
    private @Nullable List<List<String>> chain(RowCells cells, RowFindings findings, List<FileFinding> unknown) {
        var ids = new ArrayList<String>();
        @Nullable String gap = null;
        var gaps = 0;
        for (var part : parts) {
            var id = part.evaluate(cells, unknown::add);
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
            findings.refuse("GAP_IN_VIA", gap, "a part of the route is missing, although another is given");
            return null;
        }
        return gaps > 0 ? List.of() : List.of(ids);
    }
}

package io.throughline.intake.matching;

import io.throughline.model.search.GeoPoint;
import java.util.List;

/**
 * What a row says about its candidates besides their name: location and population. {@code docs/importing.md}, section
 * "Names", explains the thresholds.
 */
record MatchEvidence(MatchQuery query) {

    /** A place at most this many kilometres from the list's point is at the point. */
    static final double AT_POINT_KM = 25;

    /** A place at most this many kilometres away is near it: municipalities can be large and points rough. */
    static final double NEAR_KM = 75;

    /** Populations with at most this ratio can be of the same place in different years. */
    static final double SAME_SIZE = 1.5;

    /** Populations with at least this ratio are of different places. */
    static final double OTHER_SIZE = 3;

    /**
     * A list's population at least this many times larger rules out a place found by a name that is not its main name.
     */
    private static final double OUTGROWN = 10;

    /** FITS: some hint fits and none contradicts. CONTRADICTS: some hint does. */
    LocationHint.LocationFit fit(CandidatePlace candidate) {
        var fits = query.hints().stream().map(hint -> hint.fit(candidate)).toList();
        return fits.contains(LocationHint.LocationFit.CONTRADICTS)
                ? LocationHint.LocationFit.CONTRADICTS
                : fits.contains(LocationHint.LocationFit.FITS)
                        ? LocationHint.LocationFit.FITS
                        : LocationHint.LocationFit.OPEN;
    }

    boolean fits(CandidatePlace candidate) {
        return fit(candidate) == LocationHint.LocationFit.FITS;
    }

    boolean contradicts(CandidatePlace candidate) {
        return fit(candidate) == LocationHint.LocationFit.CONTRADICTS;
    }

    /** Whether it is within this many kilometres of the list's point; false if either position is not known. */
    boolean isWithin(CandidatePlace candidate, double maxKilometres) {
        var point = query.point();
        return point != null && isWithin(candidate, point, maxKilometres);
    }

    /** Whether it is at the list's point or, if the list gives none, has about the population that it gives. */
    boolean isThere(CandidatePlace candidate) {
        return query.point() == null ? isOfSameSize(candidate) : isWithin(candidate, AT_POINT_KM);
    }

    static List<CandidatePlace> within(List<CandidatePlace> candidates, GeoPoint point, double maxKilometres) {
        return candidates.stream()
                .filter(candidate -> isWithin(candidate, point, maxKilometres))
                .toList();
    }

    private static boolean isWithin(CandidatePlace candidate, GeoPoint point, double maxKilometres) {
        var distance = candidate.distance(point);
        return distance != null && distance <= maxKilometres;
    }

    /** Whether its population is about what the list gives. */
    boolean isOfSameSize(CandidatePlace candidate) {
        return ratio(candidate) <= SAME_SIZE;
    }

    /** Whether both populations are known and not far apart. */
    boolean isOfSimilarSize(CandidatePlace candidate) {
        return ratio(candidate) < OTHER_SIZE;
    }

    /** Whether both populations are known and far apart. */
    boolean isOfOtherSize(CandidatePlace candidate) {
        var ratio = ratio(candidate);
        return ratio >= OTHER_SIZE && ratio < Double.POSITIVE_INFINITY;
    }

    /** The only candidate with about the population that the list gives; empty if others come close to it. */
    List<CandidatePlace> ofSameSize(List<CandidatePlace> candidates) {
        var ofSameSize = candidates.stream().filter(this::isOfSameSize).toList();
        return ofSameSize.size() == 1
                        && candidates.stream()
                                .allMatch(candidate -> isOfSameSize(candidate) || ratio(candidate) >= OTHER_SIZE)
                ? ofSameSize
                : List.of();
    }

    /** The larger population divided by the smaller; infinite if one is not known. */
    private double ratio(CandidatePlace candidate) {
        var own = candidate.population();
        var population = query.listed().population();
        return own == null || own == 0 || population == null || population <= 0
                ? Double.POSITIVE_INFINITY
                : Math.max(own, population) / (double) Math.min(own, population);
    }

    /**
     * Whether a candidate can be meant at all: a state given with a name is not itself what the name means, and a
     * village found by a name that is not its main name is not a city many times its size.
     */
    boolean isPossible(CandidatePlace candidate) {
        var region = candidate.region();
        if (query.listed().kind() == ListedAgent.Kind.ANY
                && region != null
                && query.hints().stream().anyMatch(hint -> hint.means(region))) {
            return false;
        }
        var population = query.listed().population();
        return candidate.own()
                || candidate.agent() != null
                || population == null
                || candidate.population() == null
                || population < OUTGROWN * candidate.population();
    }

    /** For a place that is only near: its main name or population agrees, and nothing speaks against it. */
    boolean isPlausible(CandidatePlace candidate) {
        return (candidate.own() || isOfSameSize(candidate)) && (!isOfOtherSize(candidate) || fits(candidate));
    }

    /** Whether anything besides name and country supports it. */
    boolean hasProof(CandidatePlace candidate) {
        return candidate.agent() != null || query.point() != null || isOfSameSize(candidate) || fits(candidate);
    }

    /** Whether neither state nor population nor anything in the name speaks against it. */
    boolean isUndisputed(CandidatePlace candidate) {
        return query.unexplainedHints().isEmpty() && !contradicts(candidate) && !isOfOtherSize(candidate);
    }
}

package io.throughline.intake.matching;

import java.util.List;

/**
 * What a row says about its options beside their name: where they lie and how large they are. What the thresholds are
 * for is said in {@code docs/importing.md}, section "Names".
 */
record MatchEvidence(MatchQuery asked) {

    /** Up to how many kilometres from the point of the list a place is there. */
    static final double THERE = 25;

    /** Up to how many kilometres it can be: large municipalities, rough points. */
    static final double NEAR = 75;

    /** Up to which ratio two populations can be the same place's, in different years. */
    static final double ALIKE = 1.5;

    /** From which ratio on they are not. */
    static final double UNLIKE = 3;

    /** From which ratio on a list's population rules out a place of which the name is not the own one. */
    private static final double OUTGROWN = 10;

    /** FITS: some hint fits and none contradicts. CONTRADICTS: some hint does. */
    LocationHint.Fit fit(CandidatePlace option) {
        var fits = asked.hints().stream().map(hint -> hint.fit(option)).toList();
        return fits.contains(LocationHint.Fit.CONTRADICTS)
                ? LocationHint.Fit.CONTRADICTS
                : fits.contains(LocationHint.Fit.FITS) ? LocationHint.Fit.FITS : LocationHint.Fit.OPEN;
    }

    boolean fits(CandidatePlace option) {
        return fit(option) == LocationHint.Fit.FITS;
    }

    boolean contradicts(CandidatePlace option) {
        return fit(option) == LocationHint.Fit.CONTRADICTS;
    }

    /** Whether it lies within so many kilometres of the list's point; no, if either is not known. */
    boolean isWithin(CandidatePlace option, double most) {
        var point = asked.point();
        return point != null && isWithin(option, point, most);
    }

    static List<CandidatePlace> within(List<CandidatePlace> options, GeoPoint point, double most) {
        return options.stream().filter(option -> isWithin(option, point, most)).toList();
    }

    private static boolean isWithin(CandidatePlace option, GeoPoint point, double most) {
        var distance = option.distance(point);
        return distance != null && distance <= most;
    }

    /** Whether it has about as many inhabitants as the list says. */
    boolean isAlike(CandidatePlace option) {
        return ratio(option) <= ALIKE;
    }

    /** Whether the populations are known and not far apart. */
    boolean isNear(CandidatePlace option) {
        return ratio(option) < UNLIKE;
    }

    /** Whether the populations are known and far apart. */
    boolean isUnlike(CandidatePlace option) {
        var ratio = ratio(option);
        return ratio >= UNLIKE && ratio < Double.POSITIVE_INFINITY;
    }

    /** The only one with about as many inhabitants as the list says; none when others come near. */
    List<CandidatePlace> alike(List<CandidatePlace> options) {
        var alike = options.stream().filter(this::isAlike).toList();
        return alike.size() == 1 && options.stream().allMatch(option -> isAlike(option) || ratio(option) >= UNLIKE)
                ? alike
                : List.of();
    }

    /** How many times the larger population is the smaller; without end when one is not known. */
    private double ratio(CandidatePlace option) {
        var own = option.population();
        var population = asked.written().population();
        return own == null || own == 0 || population == null || population <= 0
                ? Double.POSITIVE_INFINITY
                : Math.max(own, population) / (double) Math.min(own, population);
    }

    /**
     * Whether an option can be meant at all: a state beside a name is not the name's, and a village with another name of
     * this sort is not a city many times its size.
     */
    boolean isPossible(CandidatePlace option) {
        var region = option.region();
        if (asked.written().kind() == ListedAgent.Kind.ANY
                && region != null
                && asked.hints().stream().anyMatch(hint -> hint.means(region))) {
            return false;
        }
        var population = asked.written().population();
        return option.own()
                || option.agent() != null
                || population == null
                || option.population() == null
                || population < OUTGROWN * option.population();
    }

    /** Of a place not just there: its own name or size, and nothing against it. */
    boolean isPlausible(CandidatePlace option) {
        return (option.own() || isAlike(option)) && (!isUnlike(option) || fits(option));
    }

    /** Whether something beside the name and the country speaks for it. */
    boolean hasProof(CandidatePlace option) {
        return option.agent() != null || asked.point() != null || isAlike(option) || fits(option);
    }

    /** Whether neither state nor population nor something in the name speaks against it. */
    boolean isUndisputed(CandidatePlace option) {
        return asked.additions().isEmpty() && !contradicts(option) && !isUnlike(option);
    }
}

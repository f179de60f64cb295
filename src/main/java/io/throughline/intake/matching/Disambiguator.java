package io.throughline.intake.matching;

import static io.throughline.intake.matching.MatchEvidence.AT_POINT_KM;
import static io.throughline.intake.matching.MatchEvidence.NEAR_KM;
import static io.throughline.intake.matching.MatchEvidence.OTHER_SIZE;
import static io.throughline.intake.matching.MatchEvidence.within;
import static java.util.Comparator.comparing;

import io.throughline.reference.gazetteer.GazetteerPlace.Rank;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Decides which of several candidates with one name is meant: by position, state, population and rank, in that order.
 * Reads no data. The thresholds are explained in {@code docs/importing.md}, section "Names".
 */
final class Disambiguator {

    /** A place is the nearest if all others are at least this many times as far away. */
    private static final double NEAREST = 4;

    /**
     * A village with at most this many inhabitants is not meant by a list of governments if a seat has the same name.
     */
    static final long VILLAGE = 5_000;

    /** Otherwise a seat has to be this many times larger than its namesakes. */
    private static final double LARGER = 20;

    /** The outcome of a choice. */
    sealed interface Choice {}

    /**
     * One candidate is meant.
     *
     * @param proven whether anything besides name and country supports it
     */
    record Chosen(CandidatePlace candidate, double certainty, boolean proven, String reason) implements Choice {}

    /** Several candidates remain, or the one that remains is not certain. */
    record Undecided(List<CandidatePlace> candidates, String reason) implements Choice {}

    /** There are candidates, but all of them are elsewhere. */
    record Contradicted(List<CandidatePlace> candidates, String reason) implements Choice {}

    /** There are no candidates. */
    record NoCandidates() implements Choice {}

    private final MatchQuery query;
    private final MatchEvidence evidence;
    private final BiPredicate<CandidatePlace, LocationHint> isAlsoNamed;
    private final List<String> reasons = new ArrayList<>();
    private double certainty = 1;

    private Disambiguator(MatchQuery query, BiPredicate<CandidatePlace, LocationHint> isAlsoNamed) {
        this.query = query;
        this.evidence = new MatchEvidence(query);
        this.isAlsoNamed = isAlsoNamed;
    }

    /**
     * Chooses among candidates.
     *
     * @param candidates the candidates, all with the same name
     * @param isAlsoNamed whether a candidate also has the name that a hint gives, e.g. Vienna in "Wien (Vienna)"
     */
    static Choice choose(
            List<CandidatePlace> candidates, MatchQuery query, BiPredicate<CandidatePlace, LocationHint> isAlsoNamed) {
        return candidates.isEmpty() ? new NoCandidates() : new Disambiguator(query, isAlsoNamed).choose(candidates);
    }

    private Choice choose(List<CandidatePlace> named) {
        var all = named.stream().filter(evidence::isPossible).toList();
        if (all.isEmpty()) {
            return new NoCandidates();
        }
        var atPosition = byPosition(all);
        if (atPosition.isEmpty()) {
            return new Contradicted(all, whyNotThere(all));
        }
        var inState = byState(atPosition);
        if (inState.isEmpty()) {
            inState = despiteState(all);
        }
        if (inState.isEmpty()) {
            return new Contradicted(all, "no place of that name in " + hintTexts());
        }
        var remaining = inState;
        remaining = byFullName(byName(remaining));
        remaining = byPopulation(remaining);
        remaining = byRank(remaining);
        remaining = byDistance(remaining);
        if (remaining.size() > 1) {
            return new Undecided(remaining, "%d places%s have this name".formatted(remaining.size(), where(remaining)));
        }
        var candidate = remaining.get(0);
        if (!candidate.isResolved()) {
            return new Undecided(remaining, "it has not been decided which place the agent with this name is");
        }
        if (!query.isLocated() && (all.size() > 1 || !candidate.own() && candidate.agent() == null)) {
            return new Undecided(all, "the list gives no location");
        }
        var unexplained = query.unexplainedHints().stream()
                .filter(hint ->
                        hint.fit(candidate) != LocationHint.LocationFit.FITS && !isAlsoNamed.test(candidate, hint))
                .filter(hint -> !(candidate.own() && query.isInBrackets(hint) && evidence.isThere(candidate)))
                .map(LocationHint::text)
                .toList();
        if (!unexplained.isEmpty()) {
            return new Undecided(remaining, "unknown addition to the name: " + String.join(", ", unexplained));
        }
        if (!evidence.hasProof(candidate) && query.isSpelledDifferently(candidate.name())) {
            return new Undecided(
                    remaining,
                    "the place there is spelled differently; a place in another country has exactly this spelling");
        }
        return new Chosen(candidate, certainty, evidence.hasProof(candidate), String.join(", ", reasons));
    }

    private String whyNotThere(List<CandidatePlace> candidates) {
        var point = query.point();
        var near = point == null ? List.<CandidatePlace>of() : within(candidates, point, NEAR_KM);
        if (near.isEmpty()) {
            return "every place of that name is more than %d km from the list's point".formatted((int) NEAR_KM);
        }
        return near.stream().anyMatch(evidence::isOfOtherSize)
                ? "a place of that name is within %d km of the list's point, but has a very different population"
                        .formatted((int) NEAR_KM)
                : "a place within %d km of the list's point has the name, but not as its main name"
                        .formatted((int) NEAR_KM);
    }

    private String where(List<CandidatePlace> found) {
        if (!query.hints().isEmpty() && found.stream().allMatch(evidence::fits)) {
            return " in " + hintTexts();
        }
        return query.country() != null ? " in this country" : query.isLocated() ? " there" : "";
    }

    private String hintTexts() {
        return String.join(
                " and ", query.hints().stream().map(LocationHint::text).toList());
    }

    /**
     * The candidates at the list's point; all of them if the list gives no point, those without a position if none is
     * there.
     */
    private List<CandidatePlace> byPosition(List<CandidatePlace> candidates) {
        var point = query.point();
        if (point == null) {
            return candidates;
        }
        var there = within(candidates, point, AT_POINT_KM);
        if (!there.isEmpty()) {
            reasons.add("at the list's location");
            return there;
        }
        var near = within(candidates, point, NEAR_KM).stream()
                .filter(evidence::isPlausible)
                .toList();
        if (!near.isEmpty()) {
            certainty -= 0.05;
            reasons.add("near the list's location");
            return near;
        }
        for (var corrected : query.correctedPoints()) {
            var meant = within(candidates, corrected, AT_POINT_KM);
            if (!meant.isEmpty()) {
                certainty -= 0.05;
                reasons.add("at the list's location once a sign or the order of its coordinates is corrected");
                return meant;
            }
        }
        var unplaced = candidates.stream()
                .filter(candidate -> candidate.distance(point) == null)
                .toList();
        return unplaced.isEmpty() ? despitePosition(candidates) : unplaced;
    }

    /**
     * The one candidate that is far from the point but in the state that the list gives, or with about the same
     * population.
     */
    private List<CandidatePlace> despitePosition(List<CandidatePlace> candidates) {
        var inState = candidates.stream()
                .filter(candidate -> evidence.fits(candidate) && (candidate.own() || evidence.isOfSameSize(candidate)))
                .toList();
        var meant = inState.size() == 1
                ? inState
                : candidates.size() == 1 && evidence.isOfSimilarSize(candidates.get(0))
                        ? candidates
                        : evidence.ofSameSize(candidates);
        if (meant.size() == 1 && (meant.get(0).own() || inState.size() == 1)) {
            certainty -= 0.1;
            reasons.add("though far from the list's point");
            return meant;
        }
        return List.of();
    }

    /**
     * The candidates in the state that the list gives, otherwise those whose state is not known. The position outweighs
     * the state.
     */
    private List<CandidatePlace> byState(List<CandidatePlace> candidates) {
        if (query.hints().isEmpty()) {
            return candidates;
        }
        var fitting = candidates.stream()
                .filter(candidate -> evidence.fits(candidate))
                .toList();
        if (!fitting.isEmpty()) {
            reasons.add("in " + hintTexts());
            return fitting;
        }
        var possible = candidates.stream()
                .filter(candidate -> !evidence.contradicts(candidate))
                .toList();
        var there = query.point() == null || !possible.isEmpty()
                ? List.<CandidatePlace>of()
                : within(candidates, query.point(), AT_POINT_KM).stream()
                        .filter(candidate -> candidate.own() && !evidence.isOfOtherSize(candidate))
                        .filter(candidate -> query.inName().stream()
                                .noneMatch(hint -> hint.fit(candidate) == LocationHint.LocationFit.CONTRADICTS))
                        .toList();
        if (!there.isEmpty()) {
            certainty -= 0.05;
            reasons.add("though not in " + hintTexts());
            return there;
        }
        return possible;
    }

    /**
     * The one candidate with this main name, in the state and with about the population that the list gives, though far
     * from its point.
     */
    private List<CandidatePlace> despiteState(List<CandidatePlace> candidates) {
        var meant = candidates.stream()
                .filter(candidate -> candidate.own() && evidence.fits(candidate) && evidence.isOfSameSize(candidate))
                .toList();
        if (meant.size() != 1) {
            return List.of();
        }
        certainty -= 0.1;
        reasons.clear();
        reasons.add("in %s, with about the same population, though far from the list's point".formatted(hintTexts()));
        return meant;
    }

    private List<CandidatePlace> byPopulation(List<CandidatePlace> candidates) {
        var ofSameSize = candidates.size() < 2 ? candidates : evidence.ofSameSize(candidates);
        if (ofSameSize.size() == 1 && candidates.size() > 1) {
            reasons.add("with about the same population");
            return ofSameSize;
        }
        return candidates;
    }

    /**
     * The seat among several candidates close together; without a position only if it is also far larger than all
     * others.
     */
    @SuppressWarnings("ReferenceEquality") // two candidates can be equal
    private List<CandidatePlace> byRank(List<CandidatePlace> candidates) {
        if (candidates.size() < 2) {
            return candidates;
        }
        var best = candidates.stream()
                .map(CandidatePlace::rank)
                .min(comparing(Rank::ordinal))
                .orElseThrow();
        var seats = candidates.stream()
                .filter(candidate -> candidate.rank() == best)
                .toList();
        if (seats.size() != 1) {
            return candidates;
        }
        var seat = seats.get(0);
        var dominant = candidates.stream()
                .filter(candidate -> candidate != seat)
                .allMatch(candidate -> inhabitants(candidate) <= VILLAGE && inhabitants(seat) >= inhabitants(candidate)
                        || inhabitants(seat) >= LARGER * inhabitants(candidate));
        if (query.point() == null && !dominant) {
            return candidates;
        }
        reasons.add("the only seat of a municipality or higher division");
        return seats;
    }

    static long inhabitants(CandidatePlace candidate) {
        var population = candidate.population();
        return population == null ? 0 : population;
    }

    private List<CandidatePlace> byDistance(List<CandidatePlace> candidates) {
        var point = query.point();
        if (candidates.size() < 2 || point == null) {
            return candidates;
        }
        record WithDistance(CandidatePlace candidate, double distance) {}
        var sorted = candidates.stream()
                .map(candidate -> {
                    var distance = candidate.distance(point);
                    return new WithDistance(candidate, distance == null ? Double.MAX_VALUE : distance);
                })
                .sorted(comparing(WithDistance::distance))
                .toList();
        var first = sorted.get(0);
        if (first.distance() <= 5 && sorted.get(1).distance() >= Math.max(5, NEAREST * first.distance())) {
            reasons.add("by far the nearest");
            return List.of(first.candidate());
        }
        return candidates;
    }

    /** The one region that has the name with the word that says what it is: "Buenos Aires Province", not the city. */
    private List<CandidatePlace> byFullName(List<CandidatePlace> candidates) {
        var named = candidates.stream()
                .filter(candidate -> candidate.hasFullName(query.key()))
                .toList();
        return named.size() == 1 && candidates.stream().allMatch(CandidatePlace::isRegion) ? named : candidates;
    }

    /** The candidates with this main name, if the list gives a location or they are far larger than the others. */
    private List<CandidatePlace> byName(List<CandidatePlace> candidates) {
        var own = candidates.stream().filter(CandidatePlace::own).toList();
        if (own.isEmpty() || own.size() == candidates.size()) {
            return candidates;
        }
        var smallest = own.stream().mapToLong(Disambiguator::inhabitants).min().orElse(0);
        var others = candidates.stream()
                .filter(candidate -> !candidate.own())
                .mapToLong(Disambiguator::inhabitants)
                .max()
                .orElse(0);
        if (query.point() == null && query.hints().isEmpty() && smallest < OTHER_SIZE * others) {
            return candidates;
        }
        reasons.add("by its main name");
        return own;
    }
}

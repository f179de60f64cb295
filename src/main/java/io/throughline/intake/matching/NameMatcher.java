package io.throughline.intake.matching;

import io.throughline.intake.matching.Disambiguator.Chosen;
import io.throughline.intake.matching.Disambiguator.Contradicted;
import io.throughline.intake.matching.Disambiguator.Undecided;
import io.throughline.intake.matching.MatchFinding.FoundCandidate;
import io.throughline.intake.matching.MatchFinding.UnclearCandidates;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.RegionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for one listed agent by its names: as given, then without legal forms, then reduced, then with one typing
 * error.
 */
final class NameMatcher {

    /** The shortest name in which a typing error is accepted without asking a person. */
    private static final int LONG_NAME = 7;

    /** The score of a name without its legal form. */
    private static final double LEGAL_FORM = 0.98;

    /** A mistyped place is accepted at most this many kilometres from the list's point. */
    private static final double MISTYPED_KM = 10;

    /**
     * From this population on, a list that says city can mean a region, and a mistyped city is accepted by its
     * population.
     */
    private static final long LARGE = 100_000;

    private final CandidatePool pool;
    private final Gazetteer gazetteer;
    private final MatchQuery query;
    private final PriorDecisions decisions;
    private final MatchEvidence evidence;
    private final List<CandidatePlace> contradicted = new ArrayList<>();
    private @Nullable String contradiction;

    NameMatcher(CandidatePool pool, Gazetteer gazetteer, MatchQuery query, PriorDecisions decisions) {
        this.pool = pool;
        this.gazetteer = gazetteer;
        this.query = query;
        this.decisions = decisions;
        this.evidence = new MatchEvidence(query);
    }

    MatchFinding find() {
        var exact = pool.named(query.exact(), query);
        var finding = settle(exact, this::isOfItsKind, 1, "");
        if (finding == null) {
            var bare = pool.named(query.bare(), query);
            finding = settle(bare, CandidatePlace::isCity, LEGAL_FORM, "without its legal form");
        }
        if (finding == null) {
            var reduced = pool.named(query.reduced(), query);
            finding = settle(reduced, CandidatePlace::isCity, 0.95, "in a reduced form");
        }
        if (finding == null && contradicted.isEmpty()) {
            finding = settle(exact, this::isOfAnotherKind, 0.85, "though of a different kind");
        }
        if (finding == null) {
            finding = mistyped();
        }
        return finding != null ? finding : notFound();
    }

    /**
     * Whether a candidate of another kind is acceptable. Lists call regions cities when they are governments in their
     * own right: the councils of the United Kingdom, those named as a county, those too large for a town. A city that a
     * list calls a region must be at the list's point.
     */
    private boolean isOfAnotherKind(CandidatePlace candidate) {
        var listed = query.listed();
        if (isOfItsKind(candidate) || !candidate.own() && listed.kind() != ListedAgent.Kind.CITY) {
            return false;
        }
        if (candidate.isRegion()) {
            var population = listed.population();
            return listed.kind() == ListedAgent.Kind.CITY
                    && ("GB".equals(candidate.country())
                            || !RegionWords.bare(query.key().plain())
                                    .equals(query.key().plain())
                            || population != null && population >= LARGE);
        }
        return evidence.isWithin(candidate, MatchEvidence.AT_POINT_KM);
    }

    private boolean isNotRuledOut(CandidatePlace candidate) {
        return !decisions.isRuledOut(candidate);
    }

    private boolean isOfItsKind(CandidatePlace candidate) {
        return switch (query.listed().kind()) {
            case CITY -> candidate.isCity();
            case REGION -> candidate.isRegion();
            case ORGANIZATION -> !candidate.isCity() && !candidate.isRegion();
            case ANY -> true;
        };
    }

    /** The finding among the candidates that pass; null when it is none of them. */
    private @Nullable MatchFinding settle(
            List<CandidatePlace> all, Predicate<CandidatePlace> passing, double maxScore, String how) {
        var choice = Disambiguator.choose(
                all.stream().filter(passing).filter(this::isNotRuledOut).toList(), query, pool::isAlsoNamed);
        if (choice instanceof Chosen chosen) {
            if (maxScore < LEGAL_FORM && !chosen.candidate().own() && !chosen.proven()) {
                return new UnclearCandidates(
                        "ONLY_SIMILAR",
                        "only a shortened form of one of its other names matches",
                        List.of(chosen.candidate()));
            }
            var name = chosen.candidate().own() ? "by its name" : "by another name";
            var score = maxScore * (chosen.candidate().own() ? 1 : 0.97) * chosen.certainty();
            return new FoundCandidate(chosen.candidate(), rounded(score), sentence(name, how, chosen.reason()));
        }
        if (choice instanceof Undecided undecided) {
            var code = query.isLocated() ? "AMBIGUOUS" : "COUNTRY_UNKNOWN";
            return new UnclearCandidates(code, undecided.reason(), undecided.candidates());
        }
        if (choice instanceof Contradicted contradictory) {
            contradicted.addAll(contradictory.candidates());
            contradiction = contradictory.reason();
        }
        return null;
    }

    /**
     * Accepts one typing error in a long name if country and position or population agree; otherwise such places are
     * only candidates.
     */
    private @Nullable MatchFinding mistyped() {
        if (query.country() == null || !query.canBeCity() || !contradicted.isEmpty()) {
            return null;
        }
        var similar = gazetteer.similar(query.key().plain(), query.country()).stream()
                .map(place -> CandidatePlace.of(place, true))
                .filter(this::isNotRuledOut)
                .toList();
        if (query.key().plain().length() >= LONG_NAME) {
            var there = similar.stream()
                    .filter(candidate -> evidence.isWithin(candidate, MISTYPED_KM))
                    .toList();
            if (there.size() == 1 && evidence.isUndisputed(there.get(0))) {
                return new FoundCandidate(there.get(0), 0.9, "one letter different, at the list's location");
            }
            var population = query.listed().population();
            if (query.point() == null
                    && similar.size() == 1
                    && population != null
                    && population >= LARGE
                    && evidence.isUndisputed(similar.get(0))
                    && evidence.isOfSameSize(similar.get(0))) {
                return new FoundCandidate(similar.get(0), 0.85, "one letter different, with about the same population");
            }
        }
        return similar.isEmpty()
                ? null
                : new UnclearCandidates("ONLY_SIMILAR", "no place there has exactly this name", similar);
    }

    private MatchFinding notFound() {
        if (!contradicted.isEmpty()) {
            return new UnclearCandidates("CONTRADICTED", String.valueOf(contradiction), contradicted);
        }
        var elsewhere = query.country() == null ? List.<CandidatePlace>of() : pool.elsewhere(query);
        return new UnclearCandidates(
                "NOT_FOUND",
                elsewhere.isEmpty()
                        ? "no place or agent of this name is known"
                        : "no place or agent of this name is known in %s; the candidates are in other countries"
                                .formatted(gazetteer.countries().name(String.valueOf(query.country()))),
                elsewhere);
    }

    private static String sentence(String name, String how, String reason) {
        return name + (how.isEmpty() ? "" : " " + how) + (reason.isEmpty() ? "" : ", " + reason);
    }

    private static double rounded(double score) {
        return Math.round(score * 1_000) / 1_000.0;
    }
}

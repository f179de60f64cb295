package io.throughline.intake.matching;

import io.throughline.intake.matching.Disambiguator.Contradicted;
import io.throughline.intake.matching.Disambiguator.Open;
import io.throughline.intake.matching.Disambiguator.Settled;
import io.throughline.intake.matching.MatchFinding.Found;
import io.throughline.intake.matching.MatchFinding.Unclear;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.RegionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for one written agent by its names: as written, then without legal forms, then one typing error away. */
final class NameMatcher {

    /** The shortest name in which a typing error is forgiven without a person. */
    private static final int LONG_NAME = 7;

    /** What a name is worth without its legal form. */
    private static final double LEGAL_FORM = 0.98;

    /** Up to how many kilometres from the list's point a mistyped place is there. */
    private static final double JUST_THERE = 10;

    /** From how many inhabitants on a region can be meant where a list says city, and a mistyped city by their number. */
    private static final long LARGE = 100_000;

    private final CandidatePool options;
    private final Gazetteer gazetteer;
    private final MatchQuery asked;
    private final PriorDecisions decided;
    private final MatchEvidence evidence;
    private final List<CandidatePlace> contradicted = new ArrayList<>();
    private @Nullable String contradiction;

    NameMatcher(CandidatePool options, Gazetteer gazetteer, MatchQuery asked, PriorDecisions decided) {
        this.options = options;
        this.gazetteer = gazetteer;
        this.asked = asked;
        this.decided = decided;
        this.evidence = new MatchEvidence(asked);
    }

    MatchFinding find() {
        var exact = options.named(asked.exact(), asked);
        var finding = settle(exact, this::isOfItsKind, 1, "");
        if (finding == null) {
            var bare = options.named(asked.bare(), asked);
            finding = settle(bare, CandidatePlace::isCity, LEGAL_FORM, "without its legal form");
        }
        if (finding == null) {
            var reduced = options.named(asked.reduced(), asked);
            finding = settle(reduced, CandidatePlace::isCity, 0.95, "without what stands beside the name");
        }
        if (finding == null && contradicted.isEmpty()) {
            finding = settle(exact, this::isOfAnotherKind, 0.85, "though of another kind");
        }
        if (finding == null) {
            finding = mistyped();
        }
        return finding != null ? finding : nowhere();
    }

    /**
     * Lists call regions cities when they are governments in their own right: the councils of the United Kingdom, those
     * that say they are a county, those too large for a town. A city they call a region lies where they say.
     */
    private boolean isOfAnotherKind(CandidatePlace option) {
        var written = asked.written();
        if (isOfItsKind(option) || !option.own() && written.kind() != ListedAgent.Kind.CITY) {
            return false;
        }
        if (option.isRegion()) {
            var population = written.population();
            return written.kind() == ListedAgent.Kind.CITY
                    && ("GB".equals(option.country())
                            || !RegionWords.bare(asked.key().plain())
                                    .equals(asked.key().plain())
                            || population != null && population >= LARGE);
        }
        return evidence.isWithin(option, MatchEvidence.THERE);
    }

    private boolean isOpen(CandidatePlace option) {
        return !decided.isRuledOut(option);
    }

    private boolean isOfItsKind(CandidatePlace option) {
        return switch (asked.written().kind()) {
            case CITY -> option.isCity();
            case REGION -> option.isRegion();
            case ORGANIZATION -> !option.isCity() && !option.isRegion();
            case ANY -> true;
        };
    }

    /** What is meant among those that pass; null when it is none of them. */
    private @Nullable MatchFinding settle(
            List<CandidatePlace> all, Predicate<CandidatePlace> passing, double most, String how) {
        var outcome = Disambiguator.among(
                all.stream().filter(passing).filter(this::isOpen).toList(), asked, options::bears);
        if (outcome instanceof Settled settled) {
            if (most < LEGAL_FORM && !settled.option().own() && !settled.proven()) {
                return new Unclear(
                        "ONLY_SIMILAR", "only another of its names, shortened, fits", List.of(settled.option()));
            }
            var name = settled.option().own() ? "by its name" : "by another of its names";
            var score = most * (settled.option().own() ? 1 : 0.97) * settled.certainty();
            return new Found(settled.option(), rounded(score), sentence(name, how, settled.reason()));
        }
        if (outcome instanceof Open open) {
            var code = asked.isLocated() ? "AMBIGUOUS" : "COUNTRY_UNKNOWN";
            return new Unclear(code, open.reason(), open.options());
        }
        if (outcome instanceof Contradicted wrong) {
            contradicted.addAll(wrong.options());
            contradiction = wrong.reason();
        }
        return null;
    }

    /** One typing error in a long name, in the country, and position or population agree; else only candidates. */
    private @Nullable MatchFinding mistyped() {
        if (asked.country() == null || !asked.canBeCity() || !contradicted.isEmpty()) {
            return null;
        }
        var similar = gazetteer.similar(asked.key().plain(), asked.country()).stream()
                .map(place -> CandidatePlace.of(place, true))
                .filter(this::isOpen)
                .toList();
        if (asked.key().plain().length() >= LONG_NAME) {
            var there = similar.stream()
                    .filter(option -> evidence.isWithin(option, JUST_THERE))
                    .toList();
            if (there.size() == 1 && evidence.isUndisputed(there.get(0))) {
                return new Found(there.get(0), 0.9, "one letter from its name, where the list says");
            }
            var population = asked.written().population();
            if (asked.point() == null
                    && similar.size() == 1
                    && population != null
                    && population >= LARGE
                    && evidence.isUndisputed(similar.get(0))
                    && evidence.isAlike(similar.get(0))) {
                return new Found(similar.get(0), 0.85, "one letter from its name, with as many inhabitants");
            }
        }
        return similar.isEmpty() ? null : new Unclear("ONLY_SIMILAR", "nothing there bears exactly this name", similar);
    }

    private MatchFinding nowhere() {
        if (!contradicted.isEmpty()) {
            return new Unclear("CONTRADICTED", String.valueOf(contradiction), contradicted);
        }
        var elsewhere = asked.country() == null ? List.<CandidatePlace>of() : options.elsewhere(asked);
        return new Unclear(
                "NOT_FOUND",
                elsewhere.isEmpty()
                        ? "nothing of this name is known"
                        : "nothing of this name is known in %s; the candidates lie in other countries"
                                .formatted(gazetteer.countries().name(String.valueOf(asked.country()))),
                elsewhere);
    }

    private static String sentence(String name, String how, String reason) {
        return name + (how.isEmpty() ? "" : " " + how) + (reason.isEmpty() ? "" : ", " + reason);
    }

    private static double rounded(double score) {
        return Math.round(score * 1_000) / 1_000.0;
    }
}

package io.throughline.matching;

import io.throughline.gazetteer.Gazetteer;
import io.throughline.gazetteer.RegionWords;
import io.throughline.matching.Choice.Contradicted;
import io.throughline.matching.Choice.Open;
import io.throughline.matching.Choice.Settled;
import io.throughline.matching.Finding.Found;
import io.throughline.matching.Finding.Unclear;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for one written agent by its names: as written, then without legal forms, then one typing error away. */
final class Search {

    /** The shortest name in which a typing error is forgiven without a person. */
    private static final int LONG_NAME = 7;

    /** What a name is worth without its legal form. */
    private static final double LEGAL_FORM = 0.98;

    /** Up to how many kilometres from the list's point a mistyped place is there. */
    private static final double JUST_THERE = 10;

    /** From how many inhabitants on a region can be meant where a list says city, and a mistyped city by their number. */
    private static final long LARGE = 100_000;

    private final Options options;
    private final Gazetteer gazetteer;
    private final Asked asked;
    private final Decided decided;
    private final Evidence evidence;
    private final List<Option> contradicted = new ArrayList<>();
    private @Nullable String contradiction;

    Search(Options options, Gazetteer gazetteer, Asked asked, Decided decided) {
        this.options = options;
        this.gazetteer = gazetteer;
        this.asked = asked;
        this.decided = decided;
        this.evidence = new Evidence(asked);
    }

    Finding find() {
        var exact = options.named(asked.exact(), asked);
        var finding = settle(exact, this::isOfItsKind, 1, "");
        if (finding == null) {
            var bare = options.named(asked.bare(), asked);
            finding = settle(bare, Option::isCity, LEGAL_FORM, "without its legal form");
        }
        if (finding == null) {
            var reduced = options.named(asked.reduced(), asked);
            finding = settle(reduced, Option::isCity, 0.95, "without what stands beside the name");
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
    private boolean isOfAnotherKind(Option option) {
        var written = asked.written();
        if (isOfItsKind(option) || !option.own() && written.kind() != WrittenAgent.Kind.CITY) {
            return false;
        }
        if (option.isRegion()) {
            var population = written.population();
            return written.kind() == WrittenAgent.Kind.CITY
                    && ("GB".equals(option.country())
                            || !RegionWords.bare(asked.key().plain())
                                    .equals(asked.key().plain())
                            || population != null && population >= LARGE);
        }
        return evidence.isWithin(option, Evidence.THERE);
    }

    private boolean isOpen(Option option) {
        return !decided.isRuledOut(option);
    }

    private boolean isOfItsKind(Option option) {
        return switch (asked.written().kind()) {
            case CITY -> option.isCity();
            case REGION -> option.isRegion();
            case ORGANIZATION -> !option.isCity() && !option.isRegion();
            case ANY -> true;
        };
    }

    /** What is meant among those that pass; null when it is none of them. */
    private @Nullable Finding settle(List<Option> all, Predicate<Option> passing, double most, String how) {
        var outcome =
                Choice.among(all.stream().filter(passing).filter(this::isOpen).toList(), asked, options::bears);
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
    private @Nullable Finding mistyped() {
        if (asked.country() == null || !asked.canBeCity() || !contradicted.isEmpty()) {
            return null;
        }
        var similar = gazetteer.similar(asked.key().plain(), asked.country()).stream()
                .map(place -> Option.of(place, true))
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

    private Finding nowhere() {
        if (!contradicted.isEmpty()) {
            return new Unclear("CONTRADICTED", String.valueOf(contradiction), contradicted);
        }
        var elsewhere = asked.country() == null ? List.<Option>of() : options.elsewhere(asked);
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

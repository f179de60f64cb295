package io.throughline.matching;

import io.throughline.gazetteer.Gazetteer;
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

    private final Options options;
    private final Gazetteer gazetteer;
    private final Asked asked;
    private final List<Option> contradicted = new ArrayList<>();
    private @Nullable String contradiction;

    Search(Options options, Gazetteer gazetteer, Asked asked) {
        this.options = options;
        this.gazetteer = gazetteer;
        this.asked = asked;
    }

    Finding find() {
        var exact = options.named(asked.exact(), asked);
        var finding = settle(exact, this::isOfItsKind, 1, "");
        if (finding == null) {
            var reduced = options.named(asked.reduced(), asked);
            finding = settle(reduced, Option::isCity, 0.95, "without what stands beside the name");
        }
        if (finding == null) {
            finding = settle(exact, this::isOfAnotherKind, 0.85, "though of another kind");
        }
        if (finding == null) {
            finding = mistyped();
        }
        return finding != null ? finding : nowhere();
    }

    /** Lists call regions cities, and at times a city a region: that only where they say it lies. */
    private boolean isOfAnotherKind(Option option) {
        var point = asked.point();
        var distance = point == null ? null : option.distance(point);
        return !isOfItsKind(option)
                && option.own()
                && (asked.written().kind() == WrittenAgent.Kind.CITY && option.isRegion()
                        || option.isCity() && distance != null && distance <= Choice.THERE);
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
        var outcome = Choice.among(all.stream().filter(passing).toList(), asked);
        if (outcome instanceof Settled settled) {
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

    /** One typing error in a long name, in the country, and the position agrees; else only candidates. */
    private @Nullable Finding mistyped() {
        if (asked.country() == null || !asked.canBeCity() || !contradicted.isEmpty()) {
            return null;
        }
        var similar = gazetteer.similar(asked.key().plain(), asked.country()).stream()
                .map(place -> Option.of(place, true))
                .toList();
        var point = asked.point();
        var there = similar.stream()
                .filter(option -> {
                    var distance = point == null ? null : option.distance(point);
                    return distance != null && distance <= 10;
                })
                .toList();
        if (there.size() == 1 && asked.key().plain().length() >= LONG_NAME) {
            return new Found(there.get(0), 0.9, "one letter from its name, where the list says");
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

package io.throughline.intake.matching;

import io.throughline.intake.matching.LocationHint.LocationFit;
import io.throughline.intake.matching.MatchFinding.UnclearCandidates;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.name.NameKey;
import io.throughline.reference.name.WrittenName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes cells that name several agents: "Chicago, Houston", unlike "Wien (Vienna)", which names one twice. None of
 * them is chosen over the others.
 */
final class SeveralNames {

    static final String CODE = "SEVERAL_NAMES";

    /** Words that can join two names but are also part of one, as in "Brighton and Hove". */
    private static final Pattern AND = Pattern.compile("(?<!\\s)\\s++(?:and|und|et|y|e|i|og|och|en|ja)\\s|[&+]");

    private final CandidatePool pool;
    private final Gazetteer gazetteer;
    private final MatchQuery query;
    private final MatchEvidence evidence;
    private final Predicate<CandidatePlace> isOfItsKind;

    SeveralNames(CandidatePool pool, Gazetteer gazetteer, MatchQuery query, Predicate<CandidatePlace> isOfItsKind) {
        this.pool = pool;
        this.gazetteer = gazetteer;
        this.query = query;
        this.evidence = new MatchEvidence(query);
        this.isOfItsKind = isOfItsKind;
    }

    /** A part of the cell with the candidates that it names. */
    private record NamedPart(NamePart part, List<CandidatePlace> candidates) {}

    /** The finding that the cell names several agents; null when it can name one. */
    @Nullable UnclearCandidates find(List<CandidatePlace> named) {
        var whole = NameKey.of(query.listed().name());
        if (query.parts().size() < 2
                || named.stream().anyMatch(candidate -> candidate.own() && isNamed(candidate, whole))) {
            return null;
        }
        return among(query.parts(), "");
    }

    /**
     * The same for a name followed by what was read as a state, in which there is no such place: "Berlin, Hamburg". What is
     * in brackets is a state.
     */
    @Nullable UnclearCandidates despiteState(String contradiction) {
        var parts = new ArrayList<>(query.parts());
        query.inName().stream()
                .filter(hint -> hint.isKnown() && !query.isInBrackets(hint))
                .forEach(hint -> parts.add(new NamePart(hint.text(), keys(hint.text()), true)));
        return parts.size() == query.parts().size() ? null : among(parts, contradiction + "; ");
    }

    /** The same for a name that nothing has and that may be two names joined by "and". */
    @Nullable UnclearCandidates conjoined() {
        var parts = AND.splitAsStream(query.listed().name())
                .map(text -> new NamePart(text, keys(text), true))
                .toList();
        return parts.size() < 2 ? null : among(parts, "");
    }

    private @Nullable UnclearCandidates among(List<NamePart> parts, String before) {
        var named = new ArrayList<NamedPart>();
        for (var part : parts) {
            var candidates = pool.namedOnly(part.keys(), query).stream()
                    .filter(isOfItsKind)
                    .toList();
            if (!candidates.isEmpty()) {
                named.add(new NamedPart(part, candidates));
            }
        }
        if (named.size() < 2 || named.stream().anyMatch(part -> areAllMeantBy(part, named))) {
            return null;
        }
        var texts = new LinkedHashSet<String>();
        var candidates = new ArrayList<CandidatePlace>();
        for (var part : named) {
            texts.add(part.part().text().strip());
            candidates.addAll(part.candidates());
        }
        return new UnclearCandidates(
                CODE,
                "%sseveral names in one cell: %s; a mapping can split them".formatted(before, String.join("; ", texts)),
                candidates);
    }

    /** Whether a candidate of this part has all the names, or lies in what the additions name. */
    private boolean areAllMeantBy(NamedPart part, List<NamedPart> named) {
        return part.candidates().stream()
                .anyMatch(candidate -> named.stream().allMatch(other -> isMeant(candidate, part, other)));
    }

    private boolean isMeant(CandidatePlace candidate, NamedPart part, NamedPart other) {
        if (other.candidates().stream().anyMatch(candidate::isSame)) {
            return true;
        }
        if (!part.part().proper() || other.part().proper()) {
            return false;
        }
        var hint = LocationHint.of(other.part().text(), query.country(), gazetteer);
        return hint.fit(candidate) == LocationFit.FITS
                || query.isInBrackets(hint) && candidate.own() && evidence.isThere(candidate);
    }

    private static boolean isNamed(CandidatePlace candidate, NameKey key) {
        return NameKey.of(candidate.name()).forms().stream().anyMatch(key.forms()::contains);
    }

    private static Set<String> keys(String text) {
        var key = NameKey.of(text);
        var keys = new LinkedHashSet<>(WrittenName.spellings(key));
        keys.addAll(WrittenName.bare(key));
        return keys;
    }
}

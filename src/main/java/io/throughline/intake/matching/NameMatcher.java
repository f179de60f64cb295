package io.throughline.intake.matching;

import static java.util.Comparator.comparing;

import io.throughline.intake.matching.Disambiguator.Chosen;
import io.throughline.intake.matching.Disambiguator.Contradicted;
import io.throughline.intake.matching.Disambiguator.Undecided;
import io.throughline.intake.matching.MatchFinding.FoundCandidate;
import io.throughline.intake.matching.MatchFinding.UnclearCandidates;
import io.throughline.reference.gazetteer.Gazetteer;
import io.throughline.reference.gazetteer.GazetteerPlace.Rank;
import io.throughline.reference.gazetteer.RegionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    /** The most inhabitants of a place that only shares its name with a council, where it is not a village's 5,000. */
    private static final Map<String, Long> SUBURB = Map.of("AU", 30_000L, "GB", 15_000L);

    /** A council of more than a village. */
    private static final Pattern COUNCIL =
            Pattern.compile("(?<!parish |town |village |community |local |municipal )\\bcouncil$");

    /** A council that does not say of what. In Great Britain it governs the area named after a town, if there is one. */
    private static final Pattern COUNCIL_ALONE = Pattern.compile(
            "(?<!parish |town |village |community |local |municipal |borough |district |city )\\bcouncil$");

    /** As GeoNames codes it: its districts are governed by boroughs of the same name. */
    private static final String GREATER_LONDON = "GB-GLA";

    /** How many times larger a namesake makes it doubtful that a small place is meant. */
    private static final double DWARFING = 10;

    private final CandidatePool pool;
    private final Gazetteer gazetteer;
    private final MatchQuery query;
    private final PriorDecisions decisions;
    private final MatchEvidence evidence;
    private final SeveralNames severalNames;
    private final List<CandidatePlace> contradicted = new ArrayList<>();
    private @Nullable String contradiction;

    NameMatcher(CandidatePool pool, Gazetteer gazetteer, MatchQuery query, PriorDecisions decisions) {
        this.pool = pool;
        this.gazetteer = gazetteer;
        this.query = query;
        this.decisions = decisions;
        this.evidence = new MatchEvidence(query);
        this.severalNames = new SeveralNames(pool, gazetteer, query, this::isOfItsKind);
    }

    MatchFinding find() {
        var exact = pool.named(query.exact(), query);
        if (query.countryUnknown()) {
            return countryUnknown(exact);
        }
        var damaged = damaged();
        if (damaged != null) {
            return damaged;
        }
        var several = severalNames.find(exact);
        if (several != null) {
            return several;
        }
        var finding = regionOfItsLevel(exact);
        if (finding == null) {
            finding = settle(exact, this::isOfItsKind, MatchStep.NAME, 1);
        }
        if (finding == null) {
            var bare = pool.named(query.bare(), query);
            finding = settle(bare, this::isCityOfItsName, MatchStep.LEGAL_FORM, LEGAL_FORM);
        }
        if (finding == null) {
            var reduced = pool.named(query.reduced(), query);
            finding = settle(reduced, this::isCityOfItsName, MatchStep.REDUCED_NAME, 0.95);
        }
        if (finding == null && contradicted.isEmpty()) {
            finding = settle(exact, this::isOfAnotherKind, MatchStep.OTHER_KIND, 0.85);
        }
        if (finding == null) {
            finding = mistyped();
        }
        return finding != null ? finding : notFound();
    }

    /**
     * Finds a region where a list says city: the name has words that only regions have, or a region has this main name
     * and a city only as another name, as with Camden and Camden Town. Antwerp is the city of Antwerpen, not its province.
     */
    private @Nullable MatchFinding regionOfItsLevel(List<CandidatePlace> exact) {
        if (query.listed().kind() != ListedAgent.Kind.CITY) {
            return null;
        }
        var regions = exact.stream().filter(this::isOfAnotherKind).toList();
        var isRegion = RegionWords.nameARegion(query.key().plain())
                || regions.stream().anyMatch(CandidatePlace::own)
                        && !isNameOfACity(exact)
                        && exact.stream().noneMatch(this::isCityOfItsSize);
        return isRegion ? settle(regions, CandidatePlace::own, MatchStep.OTHER_KIND, 0.85) : null;
    }

    /** Whether the name, with or without legal form, is the main name of a city, or any name of a city in the graph. */
    private boolean isNameOfACity(List<CandidatePlace> exact) {
        return Stream.of(exact, pool.named(query.bare(), query), pool.named(query.reduced(), query))
                .flatMap(List::stream)
                .anyMatch(candidate -> candidate.isCity()
                        && (candidate.own()
                                        && candidate.districts().noneMatch(GREATER_LONDON::equals)
                                        && !isVillage(candidate)
                                        && !isTownOfACouncil(candidate)
                                || candidate.agent() != null));
    }

    /** Whether a city has about the size that the list gives, or is at its point, or is too large to be overlooked. */
    private boolean isCityOfItsSize(CandidatePlace candidate) {
        return candidate.isCity()
                && candidate.districts().noneMatch(GREATER_LONDON::equals)
                && (evidence.isOfSameSize(candidate)
                        || evidence.isWithin(candidate, MatchEvidence.AT_POINT_KM)
                        || Disambiguator.inhabitants(candidate) >= LARGE);
    }

    /** A region is a city's government only by the city's main name. */
    private boolean isCityOfItsName(CandidatePlace candidate) {
        return candidate.isCity()
                && (query.listed().kind() != ListedAgent.Kind.REGION || candidate.own())
                && !isVillageCalledACouncil(candidate);
    }

    /**
     * Whether a village only shares its name with the council of a larger area: Rushmoor Borough Council. In Australia, the
     * suburbs of other cities do too: Casey and Monash in Canberra.
     */
    private boolean isVillageCalledACouncil(CandidatePlace candidate) {
        return isVillage(candidate) && COUNCIL.matcher(query.key().plain()).find();
    }

    private static boolean isVillage(CandidatePlace candidate) {
        return candidate.agent() == null
                && candidate.rank() != Rank.SEAT
                && Disambiguator.inhabitants(candidate)
                        <= SUBURB.getOrDefault(String.valueOf(candidate.country()), Disambiguator.VILLAGE);
    }

    /** Whether the council of the area around a small town is meant: Falkirk Council. */
    private boolean isTownOfACouncil(CandidatePlace candidate) {
        return "GB".equals(candidate.country())
                && Disambiguator.inhabitants(candidate) < LARGE
                && COUNCIL_ALONE.matcher(query.key().plain()).find();
    }

    /** What the name may have been before its encoding was damaged; never accepted without a person. */
    private @Nullable MatchFinding damaged() {
        var repaired = query.repaired();
        return repaired == null
                ? null
                : new UnclearCandidates(
                        "DAMAGED_TEXT",
                        "its letters look damaged; the name may have been '%s'".formatted(repaired.text()),
                        pool.namedOnly(repaired.keys(), query));
    }

    private MatchFinding countryUnknown(List<CandidatePlace> named) {
        var text = String.valueOf(query.listed().country());
        var nearest = gazetteer.countries().nearest(text);
        return new UnclearCandidates(
                "COUNTRY_UNKNOWN",
                nearest == null
                        ? "no country is called '%s'".formatted(text)
                        : "no country is called '%s'; the nearest name is %s (%s)"
                                .formatted(text, gazetteer.countries().name(nearest), nearest),
                nearest == null
                        ? named
                        : named.stream()
                                .sorted(comparing(candidate -> !CandidatePool.isIn(candidate, nearest)))
                                .toList());
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
            List<CandidatePlace> all, Predicate<CandidatePlace> passing, MatchStep step, double maxScore) {
        var candidates = namedByEachSide(
                all.stream().filter(passing).filter(this::isNotRuledOut).toList());
        var choice = Disambiguator.choose(candidates, query, pool::isAlsoNamed);
        if (choice instanceof Chosen chosen) {
            if (!isNamedProperly(chosen.candidate())
                    || step == MatchStep.REDUCED_NAME
                            && query.hasDashBetweenNames()
                            && !isNamedByEachSide(chosen.candidate())) {
                return new UnclearCandidates(
                        "ONLY_PART", "only part of the name is known", List.of(chosen.candidate()));
            }
            if (maxScore < LEGAL_FORM
                    && !chosen.candidate().own()
                    && !(chosen.proven() && isProvenWithoutState(chosen.candidate()))
                    && !isNamedByEachSide(chosen.candidate())) {
                return new UnclearCandidates(
                        "ONLY_SIMILAR",
                        "only a shortened form of one of its other names matches",
                        List.of(chosen.candidate()));
            }
            var level = otherLevel(chosen.candidate(), step);
            if (level != null) {
                return new UnclearCandidates(
                        "OTHER_LEVEL",
                        "by its name it is a %s, and what is known by that name is not".formatted(level),
                        candidates);
            }
            if (isDwarfed(chosen.candidate(), candidates)) {
                return new UnclearCandidates(
                        SeveralNames.CODE, "it may mean one place in another, or several places", candidates);
            }
            var name = chosen.candidate().own() ? "by its name" : "by another name";
            var score = maxScore * (chosen.candidate().own() ? 1 : 0.97) * chosen.certainty();
            return new FoundCandidate(
                    chosen.candidate(),
                    step,
                    rounded(score),
                    sentence(name, step, chosen.reason()),
                    others(chosen.candidate(), candidates));
        }
        if (choice instanceof Undecided undecided) {
            var code = query.isLocated() ? "AMBIGUOUS" : "COUNTRY_UNKNOWN";
            return new UnclearCandidates(code, undecided.reason(), undecided.candidates());
        }
        if (choice instanceof Contradicted contradictory) {
            contradicted.addAll(contradictory.candidates());
            if (contradiction == null) {
                contradiction = contradictory.reason();
            }
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
                return new FoundCandidate(
                        there.get(0),
                        MatchStep.SPELLING,
                        0.9,
                        "one letter different, at the list's location",
                        others(there.get(0), similar));
            }
            var population = query.listed().population();
            if (query.point() == null
                    && similar.size() == 1
                    && population != null
                    && population >= LARGE
                    && evidence.isUndisputed(similar.get(0))
                    && evidence.isOfSameSize(similar.get(0))) {
                return new FoundCandidate(
                        similar.get(0),
                        MatchStep.SPELLING,
                        0.85,
                        "one letter different, with about the same population",
                        List.of());
            }
        }
        return similar.isEmpty()
                ? null
                : new UnclearCandidates("ONLY_SIMILAR", "no place there has exactly this name", similar);
    }

    private MatchFinding notFound() {
        if (!contradicted.isEmpty()) {
            if (isCountryMisspelt()) {
                return countryUnknown(contradicted);
            }
            var listed = severalNames.despiteState(String.valueOf(contradiction));
            return listed != null
                    ? listed
                    : new UnclearCandidates("CONTRADICTED", String.valueOf(contradiction), contradicted);
        }
        var conjoined = severalNames.conjoined();
        if (conjoined != null) {
            return conjoined;
        }
        var villages = Stream.of(query.bare(), query.reduced())
                .flatMap(keys -> pool.named(keys, query).stream())
                .filter(candidate -> candidate.isCity() && isVillageCalledACouncil(candidate))
                .filter(this::isNotRuledOut)
                .toList();
        if (!villages.isEmpty()) {
            return new UnclearCandidates(
                    "OTHER_LEVEL",
                    "by its name it is the council of a larger area, and what is known by that name is a small place",
                    villages);
        }
        var elsewhere = query.country() == null ? List.<CandidatePlace>of() : pool.elsewhere(query);
        return new UnclearCandidates(
                "NOT_FOUND",
                elsewhere.isEmpty()
                        ? "no place or agent with this name is known"
                        : "no place or agent with this name is known in %s; the candidates are in other countries"
                                .formatted(gazetteer.countries().name(String.valueOf(query.country()))),
                elsewhere);
    }

    /** Whether the country column was read as a region in which no place has the name, but is nearly a country's name. */
    private boolean isCountryMisspelt() {
        var column = query.listed().country();
        return query.country() == null
                && column != null
                && gazetteer.countries().nearest(column) != null;
    }

    /**
     * Whether another place of the name, many times larger, is more likely to be meant, together with the city that the
     * state is named after: "Milan, Rome" is hardly a hamlet called Milan in the province of Rome.
     */
    private boolean isDwarfed(CandidatePlace chosen, List<CandidatePlace> candidates) {
        var largest = candidates.stream()
                .filter(CandidatePlace::own)
                .mapToLong(Disambiguator::inhabitants)
                .max()
                .orElse(0);
        return query.point() == null
                && largest >= LARGE
                && largest >= DWARFING * Disambiguator.inhabitants(chosen)
                && query.inName().stream()
                        .filter(hint -> !hint.regions().isEmpty())
                        .anyMatch(hint -> gazetteer.named(hint.names()).stream()
                                .anyMatch(named -> named.own()
                                        && named.place().country().equals(chosen.country())
                                        && named.place().population() != null
                                        && named.place().population() >= LARGE));
    }

    /** Whether the name proper names it, not only what follows a comma or is in brackets. */
    private boolean isNamedProperly(CandidatePlace candidate) {
        return query.parts().stream().allMatch(NamePart::proper)
                || query.parts().stream().filter(NamePart::proper).anyMatch(part -> isNamed(candidate, part));
    }

    /** Whether more than a state supports a shortened form of another name: "Inner West Council" is not Sydney's centre. */
    private boolean isProvenWithoutState(CandidatePlace candidate) {
        return candidate.agent() != null || query.point() != null || evidence.isOfSameSize(candidate);
    }

    /** Those that all sides of a slash or dash name; all if there are none. */
    private List<CandidatePlace> namedByEachSide(List<CandidatePlace> candidates) {
        if (query.parts().size() < 2 || candidates.size() < 2) {
            return candidates;
        }
        var named = candidates.stream().filter(this::isNamedByEachSide).toList();
        return named.isEmpty() ? candidates : named;
    }

    /** The level of government that the name states and the candidate, by all that is known, does not have. */
    private @Nullable String otherLevel(CandidatePlace candidate, MatchStep step) {
        return step == MatchStep.NAME && candidate.own() || evidence.isOfSameSize(candidate)
                ? null
                : GovernmentLevel.contradictedBy(candidate, query.key().plain());
    }

    private boolean isNamedByEachSide(CandidatePlace candidate) {
        return query.parts().size() > 1 && query.parts().stream().allMatch(part -> isNamed(candidate, part));
    }

    private boolean isNamed(CandidatePlace candidate, NamePart part) {
        return pool.namedOnly(part.keys(), query).stream().anyMatch(candidate::isSame);
    }

    private static List<CandidatePlace> others(CandidatePlace chosen, List<CandidatePlace> candidates) {
        return candidates.stream()
                .filter(candidate -> !candidate.identity().equals(chosen.identity()))
                .toList();
    }

    private static String sentence(String name, MatchStep step, String reason) {
        var how = switch (step) {
            case LEGAL_FORM -> "without its legal form";
            case REDUCED_NAME -> "in a reduced form";
            case OTHER_KIND -> "though of a different kind";
            default -> "";
        };
        return name + (how.isEmpty() ? "" : " " + how) + (reason.isEmpty() ? "" : ", " + reason);
    }

    private static double rounded(double score) {
        return Math.round(score * 1_000) / 1_000.0;
    }
}

package io.throughline.intake.matching;

import static io.throughline.intake.matching.MatchEvidence.NEAR;
import static io.throughline.intake.matching.MatchEvidence.THERE;
import static io.throughline.intake.matching.MatchEvidence.UNLIKE;
import static io.throughline.intake.matching.MatchEvidence.within;
import static java.util.Comparator.comparing;

import io.throughline.reference.gazetteer.GazetteerPlace.Rank;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Which of several options of one name is meant: by position, state, population, rank, in that order. Pure: what the
 * thresholds are is said in {@code docs/importing.md}, section "Names".
 */
final class Disambiguator {

    /** A place is nearest when all others are this many times as far. */
    private static final double NEAREST = 4;

    /** Up to how many inhabitants a village is not what a list of governments means, if a seat bears the name too. */
    private static final long VILLAGE = 5_000;

    /** How many times larger than a seat's namesakes a seat has to be otherwise. */
    private static final double LARGER = 20;

    /** What came of it. */
    sealed interface Outcome {}

    /**
     * One is meant.
     *
     * @param proven whether something beside its name and country speaks for it
     */
    record Settled(CandidatePlace option, double certainty, boolean proven, String reason) implements Outcome {}

    /** Several can be meant. */
    record Open(List<CandidatePlace> options, String reason) implements Outcome {}

    /** There are options, but all lie elsewhere. */
    record Contradicted(List<CandidatePlace> options, String reason) implements Outcome {}

    /** There is no option. */
    record None() implements Outcome {}

    private final MatchQuery asked;
    private final MatchEvidence evidence;
    private final BiPredicate<CandidatePlace, LocationHint> bears;
    private final List<String> reasons = new ArrayList<>();
    private double certainty = 1;

    private Disambiguator(MatchQuery asked, BiPredicate<CandidatePlace, LocationHint> bears) {
        this.asked = asked;
        this.evidence = new MatchEvidence(asked);
        this.bears = bears;
    }

    /**
     * What is meant.
     *
     * @param options of one name
     * @param bears whether an option is also called as a hint says, e.g. Vienna in "Wien (Vienna)"
     */
    static Outcome among(
            List<CandidatePlace> options, MatchQuery asked, BiPredicate<CandidatePlace, LocationHint> bears) {
        return options.isEmpty() ? new None() : new Disambiguator(asked, bears).choose(options);
    }

    private Outcome choose(List<CandidatePlace> named) {
        var all = named.stream().filter(evidence::isPossible).toList();
        if (all.isEmpty()) {
            return new None();
        }
        var placed = byPosition(all);
        if (placed.isEmpty()) {
            return new Contradicted(
                    all, "what bears the name lies more than %d km from the list's point".formatted((int) NEAR));
        }
        var stated = byState(placed);
        if (stated.isEmpty()) {
            stated = despiteState(all);
        }
        if (stated.isEmpty()) {
            return new Contradicted(all, "what bears the name does not lie in " + texts());
        }
        var left = stated;
        left = byName(left);
        left = byPopulation(left);
        left = byRank(left);
        left = byDistance(left);
        if (left.size() > 1) {
            return new Open(
                    left, "%d places bear the name%s".formatted(left.size(), asked.isLocated() ? " there" : ""));
        }
        var option = left.get(0);
        if (!option.isSettled()) {
            return new Open(left, "it is not settled which place the agent of this name is");
        }
        if (!asked.isLocated() && (all.size() > 1 || !option.own() && option.agent() == null)) {
            return new Open(all, "the list does not say where it lies");
        }
        var unread = asked.additions().stream()
                .filter(hint -> hint.fit(option) != LocationHint.Fit.FITS && !bears.test(option, hint))
                .filter(hint -> !(option.own()
                        && asked.isInBrackets(hint)
                        && (evidence.isWithin(option, THERE) || evidence.isAlike(option))))
                .map(LocationHint::text)
                .toList();
        if (!unread.isEmpty()) {
            return new Open(left, "it is not known what is meant by " + String.join(", ", unread));
        }
        if (!evidence.hasProof(option) && asked.isSpelledOtherwise(option.name())) {
            return new Open(left, "it is spelled otherwise there; a place in another country is spelled exactly so");
        }
        return new Settled(option, certainty, evidence.hasProof(option), String.join(", ", reasons));
    }

    private String texts() {
        return String.join(", ", asked.hints().stream().map(LocationHint::text).toList());
    }

    /** Those where the list says; all when it says nothing or nothing is known of theirs. */
    private List<CandidatePlace> byPosition(List<CandidatePlace> options) {
        var point = asked.point();
        if (point == null) {
            return options;
        }
        var there = within(options, point, THERE);
        if (!there.isEmpty()) {
            reasons.add("where the list says");
            return there;
        }
        var near = within(options, point, NEAR).stream()
                .filter(evidence::isPlausible)
                .toList();
        if (!near.isEmpty()) {
            certainty -= 0.05;
            reasons.add("not far from where the list says");
            return near;
        }
        for (var mistaken : asked.mistaken()) {
            var meant = within(options, mistaken, THERE);
            if (!meant.isEmpty()) {
                certainty -= 0.05;
                reasons.add("where the list says when a sign or the order of its coordinates is put right");
                return meant;
            }
        }
        var known = options.stream()
                .filter(option -> option.distance(point) == null)
                .toList();
        return known.isEmpty() ? despitePosition(options) : known;
    }

    /** The one that lies elsewhere than the point, but where the list says in words, or has as many inhabitants. */
    private List<CandidatePlace> despitePosition(List<CandidatePlace> options) {
        var stated = options.stream()
                .filter(option -> evidence.fits(option) && (option.own() || evidence.isAlike(option)))
                .toList();
        var meant = stated.size() == 1
                ? stated
                : options.size() == 1 && evidence.isNear(options.get(0)) ? options : evidence.alike(options);
        if (meant.size() == 1 && (meant.get(0).own() || stated.size() == 1)) {
            certainty -= 0.1;
            reasons.add("though far from the list's point");
            return meant;
        }
        return List.of();
    }

    /** Those in the state that the list says, else those of which it is not known; position counts for more. */
    private List<CandidatePlace> byState(List<CandidatePlace> options) {
        if (asked.hints().isEmpty()) {
            return options;
        }
        var fitting = options.stream().filter(option -> evidence.fits(option)).toList();
        if (!fitting.isEmpty()) {
            reasons.add("in " + texts());
            return fitting;
        }
        var possible =
                options.stream().filter(option -> !evidence.contradicts(option)).toList();
        var there = asked.point() == null || !possible.isEmpty()
                ? List.<CandidatePlace>of()
                : within(options, asked.point(), THERE).stream()
                        .filter(option -> option.own() && !evidence.isUnlike(option))
                        .filter(option -> asked.inName().stream()
                                .noneMatch(hint -> hint.fit(option) == LocationHint.Fit.CONTRADICTS))
                        .toList();
        if (!there.isEmpty()) {
            certainty -= 0.05;
            reasons.add("though not in " + texts());
            return there;
        }
        return possible;
    }

    /** The one of its own name in the state and with as many inhabitants as the list says, though far from its point. */
    private List<CandidatePlace> despiteState(List<CandidatePlace> options) {
        var meant = options.stream()
                .filter(option -> option.own() && evidence.fits(option) && evidence.isAlike(option))
                .toList();
        if (meant.size() != 1) {
            return List.of();
        }
        certainty -= 0.1;
        reasons.clear();
        reasons.add("in %s, with as many inhabitants, though far from the list's point".formatted(texts()));
        return meant;
    }

    private List<CandidatePlace> byPopulation(List<CandidatePlace> options) {
        var alike = options.size() < 2 ? options : evidence.alike(options);
        if (alike.size() == 1 && options.size() > 1) {
            reasons.add("with as many inhabitants");
            return alike;
        }
        return options;
    }

    /** Of several near one another the seat; without a position only one that is far larger than all others too. */
    @SuppressWarnings("ReferenceEquality") // of two equal places one is still another
    private List<CandidatePlace> byRank(List<CandidatePlace> options) {
        if (options.size() < 2) {
            return options;
        }
        var best = options.stream()
                .map(CandidatePlace::rank)
                .min(comparing(Rank::ordinal))
                .orElseThrow();
        var seats = options.stream().filter(option -> option.rank() == best).toList();
        if (seats.size() != 1) {
            return options;
        }
        var seat = seats.get(0);
        var dominant = options.stream()
                .filter(option -> option != seat)
                .allMatch(option -> inhabitants(option) <= VILLAGE && inhabitants(seat) >= inhabitants(option)
                        || inhabitants(seat) >= LARGER * inhabitants(option));
        if (asked.point() == null && !dominant) {
            return options;
        }
        reasons.add("the only seat of a municipality or more");
        return seats;
    }

    private static long inhabitants(CandidatePlace option) {
        var population = option.population();
        return population == null ? 0 : population;
    }

    private List<CandidatePlace> byDistance(List<CandidatePlace> options) {
        var point = asked.point();
        if (options.size() < 2 || point == null) {
            return options;
        }
        record Far(CandidatePlace option, double distance) {}
        var sorted = options.stream()
                .map(option -> {
                    var distance = option.distance(point);
                    return new Far(option, distance == null ? Double.MAX_VALUE : distance);
                })
                .sorted(comparing(Far::distance))
                .toList();
        var first = sorted.get(0);
        if (first.distance() <= 5 && sorted.get(1).distance() >= Math.max(5, NEAREST * first.distance())) {
            reasons.add("the nearest by far");
            return List.of(first.option());
        }
        return options;
    }

    /** Those whose own name it is, if it says where they lie or they are far larger than the others. */
    private List<CandidatePlace> byName(List<CandidatePlace> options) {
        var own = options.stream().filter(CandidatePlace::own).toList();
        if (own.isEmpty() || own.size() == options.size()) {
            return options;
        }
        var smallest = own.stream().mapToLong(Disambiguator::inhabitants).min().orElse(0);
        var others = options.stream()
                .filter(option -> !option.own())
                .mapToLong(Disambiguator::inhabitants)
                .max()
                .orElse(0);
        if (asked.point() == null && asked.hints().isEmpty() && smallest < UNLIKE * others) {
            return options;
        }
        reasons.add("by its own name");
        return own;
    }
}

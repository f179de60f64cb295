package io.throughline.model.figure;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.model.membership.MemberList;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.source.Claim;
import io.throughline.reference.date.PartialDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.springframework.stereotype.Repository;

/** Finds disagreements between sources. */
@Repository
class DisagreementQueries {

    private static final CypherStatement EVERYTHING = CypherStatement.in("figure/what-can-be-compared.cypher");
    private static final CypherStatement ABOUT_SOME =
            EVERYTHING.with(slot -> Optional.of(slot.about() + " IN $aboutIds"));

    /** Sorts after every name of a property: the last code point. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final List<Map<String, String>> ALL_NAMES = List.of(Map.of("after", "", "before", LAST));

    /**
     * The names between those of roles. Nearly all claims are on memberships and have a role as their property; they are skipped
     * in the index on it.
     */
    private static final List<Map<String, String>> NO_ROLES =
            between(Stream.of(MembershipRole.values()).map(Enum::name).sorted().toList());

    private static List<Map<String, String>> between(List<String> names) {
        var ranges = new ArrayList<Map<String, String>>();
        var after = "";
        for (var name : names) {
            ranges.add(Map.of("after", after, "before", name));
            after = name;
        }
        ranges.add(Map.of("after", after, "before", LAST));
        return ranges;
    }

    /** What sources state about one member of an organization, and which complete lists do not have it. */
    private record ContestedMember(
            String organizationId, String name, List<MembershipStatement> statements, List<Absence> absences) {

        private static ContestedMember of(String organizationId, Value contested) {
            return new ContestedMember(
                    organizationId,
                    contested.get("name").asString(),
                    contested.get("statements").asList(MembershipStatement::of),
                    contested.get("lists").asList(Absence::of));
        }
    }

    /**
     * What one source states about a membership.
     *
     * @param denies whether it states that there is none
     */
    private record MembershipStatement(
            Claim claim, boolean denies, @Nullable PartialDate day, String source) {

        private static MembershipStatement of(Value statement) {
            return new MembershipStatement(
                    Claim.of(statement.get("claim").asNode()),
                    statement.get("denies").asBoolean(),
                    PartialDate.parseNullable(statement.get("day").asString(null)),
                    statement.get("source").asString());
        }

        private String inWords() {
            return "%s states that it is %smember%s".formatted(source, denies ? "not a " : "a ", on(day));
        }
    }

    /** A complete list that does not have a member. */
    private record Absence(MemberList list, String source) {

        private static Absence of(Value absence) {
            return new Absence(
                    MemberList.of(absence.get("list").asNode()),
                    absence.get("source").asString());
        }

        private String inWords() {
            return "the complete list of %s%s does not have it".formatted(source, on(list.asOf()));
        }
    }

    private static String on(@Nullable PartialDate day) {
        return day == null ? " (undated)" : " (%s)".formatted(day.text());
    }

    /** Something that can be compared: a figure, an entry in a list, a value in words, or a single member. */
    private record StatedValue(
            @Nullable Figure figure,
            String aboutId,
            String property,
            @Nullable String memberId,
            List<Claim> claims,
            @Nullable ContestedMember contested) {

        private static StatedValue of(Record row) {
            return new StatedValue(
                    row.get("figure").isNull()
                            ? null
                            : Figure.of(row.get("figure").asNode()),
                    row.get("aboutId").asString(),
                    row.get("property").asString(""),
                    row.get("memberId").asString(null),
                    row.get("claims").asList(claim -> Claim.of(claim.asNode())),
                    row.get("contested").isNull()
                            ? null
                            : ContestedMember.of(row.get("aboutId").asString(), row.get("contested")));
        }
    }

    private record StatedFigure(Figure figure, List<Claim> claims) {}

    private record FigureGroup(
            String aboutId, Metric metric, @Nullable String scopeId, CountedUnit counted) {

        private static FigureGroup of(Figure figure) {
            return new FigureGroup(figure.aboutId(), figure.metric(), figure.scopeId(), CountedUnit.of(figure.unit()));
        }
    }

    private record ListedMember(ListKey list, String memberId, Claim claim) {}

    private record ListKey(String aboutId, String role) {}

    private final GraphReader graph;

    DisagreementQueries(GraphReader graph) {
        this.graph = graph;
    }

    /**
     * Disagreements about some entities, or about all: first numbers, then lists of members, then wordings, then single
     * members.
     *
     * @param aboutIds null for all
     */
    List<Disagreement> about(@Nullable Collection<String> aboutIds) {
        var stated = aboutIds == null
                ? graph.list(EVERYTHING, Map.of("names", NO_ROLES), StatedValue::of)
                : graph.list(
                        ABOUT_SOME,
                        Map.of("aboutIds", aboutIds.stream().distinct().toList(), "names", ALL_NAMES),
                        StatedValue::of);
        var numbers = new ArrayList<StatedFigure>();
        var listed = new ArrayList<ListedMember>();
        var worded = new ArrayList<StatedValue>();
        var contested = new ArrayList<ContestedMember>();
        for (var each : stated) {
            if (each.contested() != null) {
                contested.add(each.contested());
            } else if (each.figure() != null) {
                numbers.add(new StatedFigure(each.figure(), each.claims()));
            } else if (each.memberId() != null) {
                each.claims()
                        .forEach(claim -> listed.add(new ListedMember(
                                new ListKey(each.aboutId(), each.property()), each.memberId(), claim)));
            } else {
                worded.add(each);
            }
        }
        var all = new ArrayList<Disagreement>();
        all.addAll(betweenFigures(numbers));
        all.addAll(betweenLists(listed));
        all.addAll(betweenWordings(worded));
        contested.forEach(member -> aboutMember(member).ifPresent(all::add));
        return all;
    }

    private static List<Disagreement> betweenFigures(List<StatedFigure> numbers) {
        var groups = numbers.stream()
                .collect(groupingBy(each -> FigureGroup.of(each.figure()), LinkedHashMap::new, toList()));
        var found = new ArrayList<Disagreement>();
        groups.forEach((group, stated) -> {
            var sides = stated.stream()
                    .filter(one ->
                            stated.stream().anyMatch(other -> one.figure().contradicts(other.figure())))
                    .toList();
            if (!sides.isEmpty()) {
                found.add(new Disagreement(
                        group.aboutId(),
                        group.metric(),
                        group.metric().name(),
                        claims(sides.stream()
                                .flatMap(side -> side.claims().stream())
                                .toList()),
                        List.of(),
                        "Numbers that cannot all be true on the same day: "
                                + sides.stream()
                                        .map(side -> side.figure().inWords())
                                        .distinct()
                                        .collect(joining("; ")) + "."));
            }
        });
        return found;
    }

    private static List<Disagreement> betweenLists(List<ListedMember> all) {
        var found = new ArrayList<Disagreement>();
        all.stream()
                .collect(groupingBy(ListedMember::list, LinkedHashMap::new, toList()))
                .forEach((list, listed) -> {
                    var bySource = listed.stream()
                            .collect(groupingBy(
                                    each -> each.claim().sourceId(), mapping(ListedMember::memberId, toSet())));
                    if (differ(bySource.values())) {
                        found.add(new Disagreement(
                                list.aboutId(),
                                null,
                                list.role(),
                                claims(listed.stream().map(ListedMember::claim).toList()),
                                List.of(),
                                "The lists differ; not in all of them: "
                                        + String.join(", ", notInAll(bySource.values()))
                                        + ". Absence from a list does not deny membership."));
                    }
                });
        return found;
    }

    private static List<Disagreement> betweenWordings(List<StatedValue> worded) {
        var found = new ArrayList<Disagreement>();
        for (var stated : worded) {
            var bySource = stated.claims().stream()
                    .collect(groupingBy(Claim::sourceId, flatMapping(claim -> words(claim.value()).stream(), toSet())));
            if (differ(bySource.values())) {
                found.add(new Disagreement(
                        stated.aboutId(),
                        null,
                        stated.property(),
                        stated.claims(),
                        List.of(),
                        "Sources word it differently: " + String.join(", ", notInAll(bySource.values())) + "."));
            }
        }
        return found;
    }

    /** What states and what denies the same membership, on days that may be the same. */
    private static Optional<Disagreement> aboutMember(ContestedMember member) {
        var stated = member.statements().stream().filter(each -> !each.denies()).toList();
        var denied =
                member.statements().stream().filter(MembershipStatement::denies).toList();
        var sides = new LinkedHashSet<MembershipStatement>();
        var absences = new LinkedHashSet<Absence>();
        for (var one : stated) {
            for (var other : denied) {
                if (PartialDate.mayCoincide(one.day(), other.day())) {
                    sides.add(one);
                    sides.add(other);
                }
            }
            for (var absence : member.absences()) {
                if (PartialDate.mayCoincide(one.day(), absence.list().asOf())) {
                    sides.add(one);
                    absences.add(absence);
                }
            }
        }
        return sides.isEmpty()
                ? Optional.empty()
                : Optional.of(new Disagreement(
                        member.organizationId(),
                        null,
                        "MEMBER",
                        claims(sides.stream().map(MembershipStatement::claim).toList()),
                        absences.stream().map(Absence::list).toList(),
                        "%s: %s."
                                .formatted(
                                        member.name(),
                                        Stream.concat(
                                                        sides.stream().map(MembershipStatement::inWords),
                                                        absences.stream().map(Absence::inWords))
                                                .collect(joining("; ")))));
    }

    private static List<Claim> claims(List<Claim> claims) {
        return claims.stream().sorted(comparing(Claim::id)).distinct().toList();
    }

    private static boolean differ(Collection<Set<String>> sides) {
        return Set.copyOf(sides).size() > 1;
    }

    private static Set<String> notInAll(Collection<Set<String>> sides) {
        var some = new TreeSet<String>();
        sides.forEach(some::addAll);
        some.removeIf(word -> sides.stream().allMatch(side -> side.contains(word)));
        return some;
    }

    private static List<String> words(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }
}

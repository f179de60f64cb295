package io.throughline.model.membership;

import io.throughline.graphql.connection.FilterCompiler;
import io.throughline.graphql.connection.FilterCriterion;
import io.throughline.graphql.connection.FilterTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;

/**
 * Sets of organizations: recorded as a member or signatory of all of some, any of some, none of some. A member of a track
 * is a member of what it is a track of, which follows without a gap; somebody who has left is none.
 */
public class MemberOfCriterion implements FilterCriterion {

    /** The rule {@code cypher/rules/counts-as-member.cypher}. */
    private static final String MEMBER_ROLE = "$E.role IN ['MEMBER', 'SIGNATORY']";

    /** The condition that a shortcut {@code $E} is membership, as recorded today. */
    public static final String COUNTS = MEMBER_ROLE + " AND coalesce($E.status, 'IN_FORCE') <> 'ENDED'";

    private final TrackIndex tracks;

    MemberOfCriterion(TrackIndex tracks) {
        this.tracks = tracks;
    }

    @Override
    public Condition on(FilterTarget agent, @Nullable Object value, FilterCompiler conditions) {
        var sets = FilterCompiler.map(FilterCompiler.given("memberOf", value));
        // also where no set takes it
        MembershipTime.in(sets);
        for (var set : List.of("allOf", "anyOf", "noneOf")) {
            if (sets.containsKey(set)) {
                FilterCompiler.given(set, sets.get(set));
            }
        }
        var all = Cypher.noCondition();
        for (var id : ids(sets, "allOf")) {
            all = all.and(in(agent, List.of(id), sets, conditions));
        }
        if (sets.get("anyOf") != null) {
            all = all.and(in(agent, ids(sets, "anyOf"), sets, conditions));
        }
        if (!ids(sets, "noneOf").isEmpty()) {
            // of whom nobody can tell is never listed as out
            var possible = new HashMap<>(sets);
            possible.remove("undated");
            all = all.and(in(agent, ids(sets, "noneOf"), possible, conditions).not());
        }
        return all.and(Cypher.isTrue());
    }

    private Condition in(FilterTarget agent, List<String> ids, Map<String, Object> sets, FilterCompiler conditions) {
        var link = conditions.subject("link");
        return Cypher.raw(
                        """
                        EXISTS {
                          MATCH ($E)-[$E:MEMBER_OF]->()
                          WHERE $E IN $E AND $E
                        }""",
                        agent.name(),
                        link.name(),
                        link.property("organizationId"),
                        conditions.value(tracks.with(ids)),
                        counts(link, sets, conditions))
                .asCondition();
    }

    /** That a shortcut is membership, on the day asked for if there is one. */
    static Condition counts(FilterTarget link, Map<String, Object> asked, FilterCompiler conditions) {
        var time = MembershipTime.in(asked).filter();
        if (time.isEmpty()) {
            return Cypher.raw(COUNTS, link.name(), link.name()).asCondition();
        }
        // who has left since was in on an earlier day; its days tell
        return Cypher.raw(MEMBER_ROLE, link.name())
                .asCondition()
                .and(conditions.filter("MembershipFilter", link, time));
    }

    /** The ids of all organizations that a filter names in sets, wherever in it they stand. */
    static Set<String> organizations(@Nullable Object where) {
        var found = new LinkedHashSet<String>();
        if (where instanceof List<?> filters) {
            filters.forEach(filter -> found.addAll(organizations(filter)));
        } else if (where instanceof Map<?, ?> fields) {
            fields.forEach((field, value) -> {
                if ("memberOf".equals(field)) {
                    var sets = FilterCompiler.map(value);
                    List.of("allOf", "anyOf", "noneOf").forEach(set -> found.addAll(ids(sets, set)));
                } else {
                    found.addAll(organizations(value));
                }
            });
        }
        return found;
    }

    /** From the smallest of the organizations that all have to be in, or from those one of which it has to be. */
    Optional<String> entrance(
            String filter, Map<String, Object> where, FilterTarget subject, FilterCompiler conditions) {
        var sets = FilterCompiler.map(where.get("memberOf"));
        var all =
                ids(sets, "allOf").stream().map(id -> tracks.with(List.of(id))).toList();
        var ways = all.isEmpty() ? List.of(tracks.with(ids(sets, "anyOf"))) : all;
        if (ways.equals(List.of(List.of()))) {
            return Optional.empty();
        }
        return Optional.of(
                FilterCompiler.text(Cypher.raw("""
                UNWIND $E AS ids
                MATCH (whole:Entity)
                WHERE whole.id IN ids
                WITH ids, collect(whole) AS wholes, sum(COUNT { (whole)<-[:MEMBER_OF]-() }) AS size
                ORDER BY size
                LIMIT 1
                UNWIND wholes AS whole
                MATCH (whole)<-[:MEMBER_OF]-($E)
                WITH DISTINCT $E""", conditions.value(ways), subject.name(), subject.name())));
    }

    @SuppressWarnings("unchecked")
    private static List<String> ids(Map<String, Object> sets, String set) {
        return sets.get(set) == null ? List.of() : new ArrayList<>(new LinkedHashSet<>((List<String>) sets.get(set)));
    }
}

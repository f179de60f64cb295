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
 * Filters by sets of organizations: recorded as a member or signatory of all, any or none of them. A member of a track
 * is also a member of the organization it is a track of, which follows directly; one that has left is not a member.
 */
public class MemberOfCriterion implements FilterCriterion {

    /** The rule {@code cypher/rules/counts-as-member.cypher}. */
    private static final String MEMBER_ROLE = "$E.role IN ['MEMBER', 'SIGNATORY']";

    /** The condition that a shortcut {@code $E} counts as membership, as recorded today. */
    public static final String COUNTS = MEMBER_ROLE + " AND $E.lapsed IS NULL";

    private final TrackIndex tracks;

    MemberOfCriterion(TrackIndex tracks) {
        this.tracks = tracks;
    }

    @Override
    public Condition on(FilterTarget agent, @Nullable Object value, FilterCompiler conditions) {
        var sets = FilterCompiler.map(FilterCompiler.given("memberOf", value));
        // validated even when no set uses it
        MembershipTime.of(sets);
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
            // an agent whose membership is unknown is never listed as out
            var possible = new HashMap<>(sets);
            possible.remove("undated");
            all = all.and(in(agent, ids(sets, "noneOf"), possible, conditions).not());
        }
        return all.and(Cypher.isTrue());
    }

    private Condition in(FilterTarget agent, List<String> ids, Map<String, Object> sets, FilterCompiler conditions) {
        var link = conditions.newTarget("link");
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

    /** The condition that a shortcut counts as membership, on the requested day if there is one. */
    static Condition counts(FilterTarget link, Map<String, Object> arguments, FilterCompiler conditions) {
        var time = MembershipTime.of(arguments).filter();
        if (time.isEmpty()) {
            return Cypher.raw(COUNTS, link.name(), link.name()).asCondition();
        }
        // an agent that has left since was a member on earlier days, so only the days count
        return Cypher.raw(MEMBER_ROLE, link.name())
                .asCondition()
                .and(conditions.filter("MembershipFilter", link, time));
    }

    /** The ids of all organizations that a filter names in sets, at any depth. */
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

    /** Starts at the smallest organization of {@code allOf}, or at those of {@code anyOf}. */
    Optional<String> indexSeek(
            String filter, Map<String, Object> where, FilterTarget subject, FilterCompiler conditions) {
        var sets = FilterCompiler.map(where.get("memberOf"));
        var all =
                ids(sets, "allOf").stream().map(id -> tracks.with(List.of(id))).toList();
        var starts = all.isEmpty() ? List.of(tracks.with(ids(sets, "anyOf"))) : all;
        if (starts.equals(List.of(List.of()))) {
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
                WITH DISTINCT $E""", conditions.value(starts), subject.name(), subject.name())));
    }

    @SuppressWarnings("unchecked")
    private static List<String> ids(Map<String, Object> sets, String set) {
        return sets.get(set) == null ? List.of() : new ArrayList<>(new LinkedHashSet<>((List<String>) sets.get(set)));
    }
}

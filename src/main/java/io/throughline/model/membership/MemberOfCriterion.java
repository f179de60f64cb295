package io.throughline.model.membership;

import io.throughline.graphql.connection.FilterCompiler;
import io.throughline.graphql.connection.FilterCriterion;
import io.throughline.graphql.connection.FilterTarget;
import io.throughline.graphql.connection.IndexSeek.Candidates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/**
 * Filters by sets of organizations: recorded as a member or signatory of all, any or none of them. A member of a track
 * is also a member of the organization it is a track of, which follows directly; one that has left is not a member.
 */
public class MemberOfCriterion implements FilterCriterion {

    /** The rule {@code cypher/rules/counts-as-member.cypher}. */
    private static final String MEMBER_ROLE = "$E.role IN ['MEMBER', 'SIGNATORY']";

    /** The condition that a shortcut {@code $E} counts as membership, as recorded today. */
    public static final String COUNTS = MEMBER_ROLE + " AND $E.lapsed IS NULL";

    /** What tells organizations apart, of a shortcut and the organization it leads to. */
    @FunctionalInterface
    private interface Identity {
        Expression of(FilterTarget link, FilterTarget whole);
    }

    private static final Identity BY_ID = (link, whole) -> link.property("organizationId");

    private static final Identity AS_NODES = (link, whole) -> whole.name();

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
        var required = required(sets);
        if (!required.isEmpty()) {
            all = all.and(inEach(agent, conditions.value(required), BY_ID, sets, conditions));
        }
        if (!ids(sets, "noneOf").isEmpty()) {
            // an agent whose membership is unknown is never listed as out
            var possible = new HashMap<>(sets);
            possible.remove("undated");
            var excluded = conditions.value(tracks.with(ids(sets, "noneOf")));
            all = all.and(inOne(agent, excluded, BY_ID, possible, conditions).not());
        }
        return all.and(Cypher.isTrue());
    }

    /** The sets of organizations in each of which an agent must be in one, tracks included. */
    private List<List<String>> required(Map<String, Object> sets) {
        var required = new ArrayList<List<String>>();
        ids(sets, "allOf").forEach(id -> required.add(tracks.with(List.of(id))));
        if (sets.get("anyOf") != null) {
            required.add(tracks.with(ids(sets, "anyOf")));
        }
        return required;
    }

    /**
     * That an agent is in one organization of each set. {@code all()} would say it more directly, but Neo4j 5.26 fails to plan
     * some statements with several of them.
     */
    private static Condition inEach(
            FilterTarget agent,
            Expression each,
            Identity identity,
            Map<String, Object> sets,
            FilterCompiler conditions) {
        var set = conditions.newTarget("set");
        return Cypher.raw(
                        "NOT EXISTS { UNWIND $E AS $E WITH $E WHERE $E RETURN $E }",
                        each,
                        set.name(),
                        set.name(),
                        inOne(agent, set.name(), identity, sets, conditions).not(),
                        set.name())
                .asCondition();
    }

    private static Condition inOne(
            FilterTarget agent,
            Expression set,
            Identity identity,
            Map<String, Object> sets,
            FilterCompiler conditions) {
        var link = conditions.newTarget("link");
        var whole = conditions.newTarget("whole");
        return Cypher.raw(
                        "EXISTS { MATCH ($E)-[$E:MEMBER_OF]->($E) WHERE $E IN $E AND $E }",
                        agent.name(),
                        link.name(),
                        whole.name(),
                        identity.of(link, whole),
                        set,
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

    /**
     * Finds what is in each of the required sets: starts at the members of the smallest, and follows the memberships of each to
     * the organizations of the others. Only memberships in these are read.
     */
    Optional<Candidates> candidates(
            String filter, Map<String, Object> where, FilterTarget agent, FilterCompiler conditions) {
        var sets = FilterCompiler.map(where.get("memberOf"));
        var required = required(sets);
        if (required.isEmpty()) {
            return Optional.empty();
        }
        var first = conditions.newTarget("link");
        var clauses = Cypher.raw(
                """
                UNWIND $E AS ids
                OPTIONAL MATCH (whole:Entity)
                WHERE whole.id IN ids
                WITH ids, collect(whole) AS wholes, sum(COUNT { (whole)<-[:MEMBER_OF]-() }) AS size
                ORDER BY size
                WITH collect(wholes) AS sets
                UNWIND sets[0] AS whole
                MATCH (whole)<-[$E:MEMBER_OF]-($E)
                WHERE $E AND $E
                WITH DISTINCT $E""",
                conditions.value(required),
                first.name(),
                agent.name(),
                counts(first, sets, conditions),
                inEach(agent, Cypher.raw("sets[1..]"), AS_NODES, sets, conditions),
                agent.name());
        return Optional.of(new Candidates(FilterCompiler.text(clauses), rest(where, sets)));
    }

    /** What is still to be checked of what is in all required sets. */
    private static Map<String, Object> rest(Map<String, Object> where, Map<String, Object> sets) {
        var rest = new LinkedHashMap<>(where);
        rest.remove("memberOf");
        if (!ids(sets, "noneOf").isEmpty()) {
            var excluded = new LinkedHashMap<>(sets);
            excluded.keySet().removeAll(Set.of("allOf", "anyOf"));
            rest.put("memberOf", excluded);
        }
        return rest;
    }

    @SuppressWarnings("unchecked")
    private static List<String> ids(Map<String, Object> sets, String set) {
        return sets.get(set) == null ? List.of() : new ArrayList<>(new LinkedHashSet<>((List<String>) sets.get(set)));
    }
}

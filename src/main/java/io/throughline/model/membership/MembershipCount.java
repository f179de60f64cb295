package io.throughline.model.membership;

import io.throughline.graphql.connection.FilterCompiler;
import io.throughline.graphql.connection.FilterCriterion;
import io.throughline.graphql.connection.FilterTarget;
import io.throughline.graphql.connection.OrderType;
import io.throughline.graphql.connection.StandardCriteria;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.neo4j.cypherdsl.core.Expression;

/**
 * Counts the agents at the other end of memberships, each once, however many routes lead there, or the memberships that run
 * via an organization.
 */
class MembershipCount implements FilterCriterion {

    /** A count that a list can be filtered and sorted by. */
    @FunctionalInterface
    interface Count {

        /**
         * The count for a subject.
         *
         * @param arguments {@code where}, {@code asOf}, {@code undated}
         */
        Expression of(FilterTarget subject, Map<String, Object> arguments, FilterCompiler conditions);
    }

    /** A key to sort by a count; {@code counting} says which memberships count. */
    record Key(Count count) implements OrderType.Key {

        @Override
        public Expression of(FilterTarget subject, Map<String, Object> order, FilterCompiler conditions) {
            return count.of(subject, Map.of("where", FilterCompiler.map(order.get("counting"))), conditions);
        }

        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public boolean uses(String field) {
            return field.equals("counting");
        }
    }

    /** The organizations that an agent is a member or signatory of. */
    static final Count ORGANIZATIONS = count("MATCH ($E)-[$E:MEMBER_OF]->($E)");

    /** The members and signatories of an organization. */
    static final Count MEMBERS = count("MATCH ($E)<-[$E:MEMBER_OF]-($E)");

    /** The memberships that run via an organization; one that a source denies has no shortcut and is no member's either. */
    static final Count CHANNELS = (organization, arguments, conditions) -> {
        var membership = conditions.newTarget("membership");
        return Cypher.raw(
                "COUNT { MATCH ($E)<-[:VIA]-($E:Membership) WHERE coalesce($E, 'IN_FORCE') <> 'NOT_MEMBER' AND $E AND $E }",
                organization.name(),
                membership.name(),
                membership.property("status"),
                MemberOfCriterion.counts(membership, arguments, conditions),
                conditions.filter("MembershipFilter", membership, FilterCompiler.map(arguments.get("where"))));
    };

    private final String field;
    private final Count count;

    MembershipCount(String field, Count count) {
        this.field = field;
        this.count = count;
    }

    @Override
    public Condition on(FilterTarget subject, @Nullable Object value, FilterCompiler conditions) {
        var operators = new HashMap<>(FilterCompiler.map(FilterCompiler.given(field, value)));
        operators.keySet().removeAll(List.of("where", "asOf", "undated"));
        return StandardCriteria.compared(
                count.of(subject, FilterCompiler.map(value), conditions), operators, conditions);
    }

    private static Count count(String match) {
        return (subject, arguments, conditions) -> {
            var link = new FilterTarget(conditions.newTarget("link").variable(), "membershipId");
            var other = conditions.newTarget("other");
            return Cypher.raw(
                    "COUNT { " + match + " WHERE $E AND $E RETURN DISTINCT $E }",
                    subject.name(),
                    link.name(),
                    other.name(),
                    MemberOfCriterion.counts(link, arguments, conditions),
                    conditions.filter("MembershipFilter", link, FilterCompiler.map(arguments.get("where"))),
                    other.name());
        };
    }
}

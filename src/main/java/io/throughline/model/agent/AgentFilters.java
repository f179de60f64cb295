package io.throughline.model.agent;

import static io.throughline.graphql.connection.StandardCriteria.id;
import static io.throughline.graphql.connection.StandardCriteria.name;
import static io.throughline.graphql.connection.StandardCriteria.neighbour;
import static io.throughline.graphql.connection.StandardCriteria.property;

import io.throughline.graphql.connection.FilterCompiler;
import io.throughline.graphql.connection.FilterCriterion;
import io.throughline.graphql.connection.FilterTarget;
import io.throughline.graphql.connection.FilterType;
import io.throughline.graphql.connection.OrderType;
import io.throughline.graphql.connection.StandardCriteria;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.cypherdsl.core.Condition;
import org.neo4j.cypherdsl.core.Cypher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters and orders of {@code graphql/agent.graphqls}. */
@Configuration(proxyBeanMethods = false)
class AgentFilters {

    /** The criteria shared by cities, regions and agents of any type. */
    private static final Map<String, FilterCriterion> GOVERNMENT = Map.of(
            "id", id(),
            "name", name(),
            "country", neighbour("countryId", "PlaceFilter"),
            "state", neighbour("stateId", "PlaceFilter"),
            "worldRegion", neighbour("worldRegionId", "PlaceFilter"),
            "population", property("population"),
            "populationClass", property("populationClass"),
            "position", new PositionCriterion());

    private static final Map<String, OrderType.Key> GOVERNMENT_KEYS = Map.of(
            "NAME", OrderType.property("sortName"),
            "COUNTRY", OrderType.property("countryId"),
            "STATE", OrderType.property("stateId"),
            "POPULATION", OrderType.property("population"));

    @Bean
    FilterType agentFilter() {
        return new FilterType("AgentFilter", with(GOVERNMENT, Map.of("type", AgentFilters::type)));
    }

    @Bean
    FilterType cityFilter() {
        return new FilterType(
                "CityFilter", with(GOVERNMENT, Map.of("kind", property("kind"), "resolution", property("resolution"))));
    }

    @Bean
    FilterType regionFilter() {
        return new FilterType(
                "RegionFilter",
                with(GOVERNMENT, Map.of("kind", property("kind"), "resolution", property("resolution"))));
    }

    @Bean
    FilterType organizationFilter() {
        return new FilterType(
                "OrganizationFilter",
                Map.of(
                        "id", id(),
                        "name", name(),
                        "kind", property("kind"),
                        "country", neighbour("countryId", "PlaceFilter"),
                        "area", neighbour("areaId", "PlaceFilter")));
    }

    @Bean
    FilterType placeFilter() {
        return new FilterType(
                "PlaceFilter",
                Map.of(
                        "id", id(),
                        "name", name(),
                        "kind", property("kind"),
                        "iso", property("iso"),
                        "partOf", AgentFilters::partOf));
    }

    @Bean
    OrderType cityOrder() {
        return new OrderType("CityOrder", GOVERNMENT_KEYS);
    }

    @Bean
    OrderType regionOrder() {
        return new OrderType("RegionOrder", GOVERNMENT_KEYS);
    }

    @Bean
    OrderType organizationOrder() {
        return new OrderType(
                "OrganizationOrder",
                Map.of(
                        "NAME", OrderType.property("sortName"),
                        "KIND", OrderType.property("kind"),
                        "COUNTRY", OrderType.property("countryId")));
    }

    @Bean
    OrderType placeOrder() {
        return new OrderType(
                "PlaceOrder",
                Map.of(
                        "NAME", OrderType.property("sortName"),
                        "KIND", OrderType.property("kind"),
                        "ISO", OrderType.property("iso")));
    }

    /** Campaigns and networks are organizations with a label of their own; all others are bodies. */
    private static Condition type(FilterTarget subject, @Nullable Object value, FilterCompiler conditions) {
        return StandardCriteria.compared(
                Cypher.raw("""
                        CASE
                          WHEN $E:City THEN 'CITY'
                          WHEN $E:Region THEN 'REGION'
                          WHEN $E:Campaign THEN 'CAMPAIGN'
                          WHEN $E:Network THEN 'NETWORK'
                          ELSE 'BODY'
                        END""", subject.name(), subject.name(), subject.name(), subject.name()), value, conditions);
    }

    /** A place that contains it, directly or through others. */
    private static Condition partOf(FilterTarget subject, @Nullable Object value, FilterCompiler conditions) {
        if (value == null) {
            return subject.property("partOfId").isNull();
        }
        var whole = conditions.newTarget("whole");
        return Cypher.raw(
                        "EXISTS { MATCH ($E)-[:PART_OF]->{1,5}($E:Place) WHERE $E }",
                        subject.name(),
                        whole.name(),
                        conditions.filter("PlaceFilter", whole, FilterCompiler.map(value)))
                .asCondition();
    }

    private static Map<String, FilterCriterion> with(
            Map<String, FilterCriterion> some, Map<String, FilterCriterion> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}

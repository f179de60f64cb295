package io.throughline.model.campaign;

import static io.throughline.graphql.connection.StandardCriteria.id;
import static io.throughline.graphql.connection.StandardCriteria.neighbour;
import static io.throughline.graphql.connection.StandardCriteria.property;
import static io.throughline.graphql.connection.StandardCriteria.someOrNone;
import static io.throughline.graphql.connection.StandardCriteria.source;

import io.throughline.graphql.connection.FilterCriterion;
import io.throughline.graphql.connection.FilterType;
import io.throughline.graphql.connection.OrderType;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filter and the order of {@code graphql/campaign.graphqls}, and what they add to the filters of agents. */
@Configuration(proxyBeanMethods = false)
class CampaignFilters {

    private static final Map<String, FilterCriterion> OF_AGENTS = Map.of(
            "pledges", someOrNone("pledges", "PledgeFilter", "EXISTS { MATCH ($E)<-[:ABOUT]-($E:Pledge) WHERE $E }"));

    @Bean
    FilterType pledgeFilter() {
        return new FilterType(
                "PledgeFilter",
                Map.of(
                        "id", id(),
                        "subject", neighbour("subjectId", "AgentFilter"),
                        "text", property("text"),
                        "kind", property("kind"),
                        "targetYear", property("targetYear"),
                        "target", property("target"),
                        "under", neighbour("underId", "OrganizationFilter"),
                        "source", source()));
    }

    @Bean
    FilterType pledgesOfAgents() {
        return new FilterType("AgentFilter", OF_AGENTS);
    }

    @Bean
    FilterType pledgesOfCities() {
        return new FilterType("CityFilter", OF_AGENTS);
    }

    @Bean
    FilterType pledgesOfRegions() {
        return new FilterType("RegionFilter", OF_AGENTS);
    }

    @Bean
    FilterType pledgesOfOrganizations() {
        return new FilterType("OrganizationFilter", OF_AGENTS);
    }

    @Bean
    OrderType pledgeOrder() {
        return new OrderType(
                "PledgeOrder",
                Map.of(
                        "SUBJECT", OrderType.property("subjectId"),
                        "TARGET_YEAR", OrderType.property("targetYear"),
                        "KIND", OrderType.property("kind"),
                        "UNDER", OrderType.property("underId")));
    }
}

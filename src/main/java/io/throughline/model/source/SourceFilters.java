package io.throughline.model.source;

import static io.throughline.graphql.connection.StandardCriteria.date;
import static io.throughline.graphql.connection.StandardCriteria.expression;
import static io.throughline.graphql.connection.StandardCriteria.id;
import static io.throughline.graphql.connection.StandardCriteria.neighbour;
import static io.throughline.graphql.connection.StandardCriteria.property;

import io.throughline.graphql.connection.FilterType;
import io.throughline.graphql.connection.OrderType;
import java.util.Map;
import org.neo4j.cypherdsl.core.Cypher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters and orders of {@code graphql/source.graphqls}. */
@Configuration(proxyBeanMethods = false)
class SourceFilters {

    @Bean
    FilterType sourceFilter() {
        return new FilterType(
                "SourceFilter",
                Map.of(
                        "id", id(),
                        "title", property("title"),
                        "publisher", neighbour("publisherId", "OrganizationFilter"),
                        "language", property("language"),
                        "statedAt", date("statedAt"),
                        "retrievedAt", date("retrievedAt"),
                        "licence", property("licence")));
    }

    @Bean
    FilterType claimFilter() {
        return new FilterType(
                "ClaimFilter",
                Map.ofEntries(
                        Map.entry("id", id()),
                        Map.entry("subject", neighbour("subjectId", "NodeFilter")),
                        Map.entry("property", property("property")),
                        Map.entry("comparator", property("comparator")),
                        Map.entry("unit", property("unit")),
                        Map.entry("asOf", date("asOf")),
                        Map.entry("strength", property("strength")),
                        Map.entry("rank", property("rank")),
                        Map.entry("printed", property("printed")),
                        Map.entry("source", neighbour("sourceId", "SourceFilter")),
                        // the lowest number of sources that any fact it supports has
                        Map.entry("sourceCount", expression(claim -> Cypher.raw("""
                                        reduce(fewest = null, sources IN COLLECT {
                                          MATCH ($E)-[:SUPPORTS]->(fact)
                                          RETURN COUNT {
                                            MATCH (fact)<-[:SUPPORTS]-(other:Claim)
                                            RETURN DISTINCT other.sourceId
                                          }
                                        } | CASE WHEN fewest < sources THEN fewest ELSE sources END)""", claim.name())))));
    }

    @Bean
    OrderType sourceOrder() {
        return new OrderType(
                "SourceOrder",
                Map.of(
                        "TITLE", OrderType.property("title"),
                        "STATED_AT", OrderType.date("statedAt"),
                        "RETRIEVED_AT", OrderType.date("retrievedAt"),
                        "CLAIM_COUNT",
                                (source, order, conditions) ->
                                        Cypher.raw("COUNT { ($E)<-[:STATED_IN]-(:Claim) }", source.name())));
    }

    @Bean
    OrderType claimOrder() {
        return new OrderType(
                "ClaimOrder",
                Map.of(
                        "ID", OrderType.property("id"),
                        "SUBJECT", OrderType.property("subjectId"),
                        "PROPERTY", OrderType.property("property"),
                        "AS_OF", OrderType.date("asOf"),
                        "STRENGTH", OrderType.property("strength")));
    }
}

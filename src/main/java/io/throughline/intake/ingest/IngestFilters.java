package io.throughline.intake.ingest;

import static io.throughline.graphql.connection.StandardCriteria.id;
import static io.throughline.graphql.connection.StandardCriteria.neighbour;
import static io.throughline.graphql.connection.StandardCriteria.property;

import io.throughline.graphql.connection.FilterType;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters of {@code graphql/ingest.graphqls}. */
@Configuration(proxyBeanMethods = false)
class IngestFilters {

    @Bean
    FilterType importRunFilter() {
        return new FilterType(
                "ImportRunFilter",
                Map.of(
                        "id", id(),
                        "state", property("state"),
                        "source", neighbour("sourceId", "SourceFilter"),
                        "sha256", property("sha256")));
    }

    @Bean
    FilterType importFindingFilter() {
        return new FilterType("ImportFindingFilter", Map.of("code", property("code"), "outcome", property("outcome")));
    }

    @Bean
    FilterType reviewItemFilter() {
        return new FilterType(
                "ReviewItemFilter",
                Map.of(
                        "id", id(),
                        "state", property("state"),
                        "source", neighbour("sourceId", "SourceFilter"),
                        "code", property("code"),
                        "country", property("country")));
    }
}

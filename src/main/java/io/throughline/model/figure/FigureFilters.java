package io.throughline.model.figure;

import static io.throughline.graphql.connection.StandardCriteria.date;
import static io.throughline.graphql.connection.StandardCriteria.id;
import static io.throughline.graphql.connection.StandardCriteria.neighbour;
import static io.throughline.graphql.connection.StandardCriteria.property;

import io.throughline.graphql.connection.FilterType;
import io.throughline.graphql.connection.OrderType;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filter and the order of {@code graphql/figure.graphqls}. */
@Configuration(proxyBeanMethods = false)
class FigureFilters {

    @Bean
    FilterType figureFilter() {
        return new FilterType(
                "FigureFilter",
                Map.of(
                        "id", id(),
                        "about", neighbour("aboutId", "NodeFilter"),
                        "metric", property("metric"),
                        "value", property("value"),
                        "comparator", property("comparator"),
                        "unit", property("unit"),
                        "asOf", date("asOf"),
                        "scope", neighbour("scopeId", "PlaceFilter")));
    }

    @Bean
    OrderType figureOrder() {
        return new OrderType(
                "FigureOrder",
                Map.of(
                        "AS_OF", OrderType.date("asOf"),
                        "METRIC", OrderType.property("metric"),
                        "ABOUT", OrderType.property("aboutId"),
                        "VALUE", OrderType.property("value")));
    }
}

package io.throughline.model.event;

import static io.throughline.graphql.connection.StandardCriteria.date;
import static io.throughline.graphql.connection.StandardCriteria.id;
import static io.throughline.graphql.connection.StandardCriteria.name;
import static io.throughline.graphql.connection.StandardCriteria.neighbour;
import static io.throughline.graphql.connection.StandardCriteria.property;

import io.throughline.graphql.connection.FilterType;
import io.throughline.graphql.connection.OrderType;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters and orders of {@code graphql/event.graphqls}. */
@Configuration(proxyBeanMethods = false)
class EventFilters {

    @Bean
    FilterType eventFilter() {
        return new FilterType(
                "EventFilter",
                Map.of(
                        "id", id(),
                        "name", name(),
                        "kind", property("kind"),
                        "status", property("status"),
                        "format", property("format"),
                        "dates", date("dates"),
                        "location", neighbour("locationId", "PlaceFilter")));
    }

    @Bean
    FilterType instrumentFilter() {
        return new FilterType(
                "InstrumentFilter",
                Map.of(
                        "id", id(),
                        "name", name(),
                        "kind", property("kind"),
                        "status", property("status"),
                        "issued", date("issued"),
                        "area", neighbour("areaId", "PlaceFilter")));
    }

    @Bean
    OrderType eventOrder() {
        return new OrderType(
                "EventOrder", Map.of("NAME", OrderType.property("sortName"), "DATES", OrderType.date("dates")));
    }

    @Bean
    OrderType instrumentOrder() {
        return new OrderType(
                "InstrumentOrder", Map.of("NAME", OrderType.property("sortName"), "ISSUED", OrderType.date("issued")));
    }
}

package io.throughline.model.route;

import io.throughline.graphql.entity.EntityType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the entity types of this package. */
@Configuration(proxyBeanMethods = false)
class RouteTypes {

    @Bean
    EntityType entryRouteType() {
        return new EntityType("EntryRoute", EntryRoute::of);
    }
}

package io.throughline.model.event;

import io.throughline.graphql.entity.EntityType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the entity types of this package. */
@Configuration(proxyBeanMethods = false)
class EventTypes {

    @Bean
    EntityType eventType() {
        return new EntityType("Event", Event::of);
    }

    @Bean
    EntityType instrumentType() {
        return new EntityType("Instrument", Instrument::of);
    }

    @Bean
    EntityType involvementType() {
        return new EntityType("Involvement", Involvement::of);
    }
}

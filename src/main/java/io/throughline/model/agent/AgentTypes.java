package io.throughline.model.agent;

import io.throughline.graphql.entity.EntityType;
import io.throughline.graphql.entity.SelectedType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the entity types of this package. */
@Configuration(proxyBeanMethods = false)
class AgentTypes {

    @Bean
    EntityType organizationType() {
        return new EntityType("Organization", Organization::of, true);
    }

    @Bean
    SelectedType<LocalGovernment> cityType() {
        return LocalGovernment.CITY;
    }

    @Bean
    SelectedType<LocalGovernment> regionType() {
        return LocalGovernment.REGION;
    }

    @Bean
    EntityType personType() {
        return new EntityType("Person", Person::of);
    }

    @Bean
    EntityType placeType() {
        return new EntityType("Place", Place::of, true);
    }
}

package io.throughline.agent;

import io.throughline.entity.EntityType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The labels of this package. */
@Configuration(proxyBeanMethods = false)
class AgentTypes {

    @Bean
    EntityType organizationType() {
        return new EntityType("Organization", Organization::of);
    }

    @Bean
    EntityType cityType() {
        return new EntityType("City", LocalGovernment::of);
    }

    @Bean
    EntityType regionType() {
        return new EntityType("Region", LocalGovernment::of);
    }

    @Bean
    EntityType personType() {
        return new EntityType("Person", Person::of);
    }

    @Bean
    EntityType placeType() {
        return new EntityType("Place", Place::of);
    }
}

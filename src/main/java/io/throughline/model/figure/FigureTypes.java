package io.throughline.model.figure;

import io.throughline.graphql.entity.EntityType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the entity types of this package. */
@Configuration(proxyBeanMethods = false)
class FigureTypes {

    @Bean
    EntityType figureType() {
        return new EntityType("Figure", Figure::of);
    }
}

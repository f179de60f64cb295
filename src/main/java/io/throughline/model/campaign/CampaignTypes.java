package io.throughline.model.campaign;

import io.throughline.graphql.entity.EntityType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the entity types of this package. */
@Configuration(proxyBeanMethods = false)
class CampaignTypes {

    @Bean
    EntityType goalType() {
        return new EntityType("Goal", Goal::of);
    }

    @Bean
    EntityType pledgeType() {
        return new EntityType("Pledge", Pledge::of);
    }

    @Bean
    EntityType criteriaSetType() {
        return new EntityType("CriteriaSet", CriteriaSet::of);
    }

    @Bean
    EntityType criterionType() {
        return new EntityType("Criterion", Criterion::of);
    }
}

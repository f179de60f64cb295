package io.throughline.model.membership;

import io.throughline.graphql.entity.EntityType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the entity types of this package. */
@Configuration(proxyBeanMethods = false)
class MembershipTypes {

    @Bean
    EntityType membershipType() {
        return new EntityType("Membership", Membership::of);
    }

    @Bean
    EntityType secretariatType() {
        return new EntityType("Secretariat", Secretariat::of);
    }

    @Bean
    EntityType memberListType() {
        return new EntityType("MemberList", MemberList::of);
    }
}

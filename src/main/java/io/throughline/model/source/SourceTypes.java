package io.throughline.model.source;

import io.throughline.graphql.entity.EntityType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the entity types of this package. */
@Configuration(proxyBeanMethods = false)
class SourceTypes {

    @Bean
    EntityType sourceType() {
        return new EntityType("Source", Source::of, true);
    }

    @Bean
    EntityType claimType() {
        return new EntityType("Claim", Claim::of);
    }

    /** Withdrawn claims stay readable; no other withdrawn node has a {@code property}. */
    @Bean
    EntityType withdrawnClaimType() {
        return new EntityType(
                "Withdrawn",
                node -> node.get("sourceId").isNull() || node.get("property").isNull() ? null : Claim.of(node));
    }
}

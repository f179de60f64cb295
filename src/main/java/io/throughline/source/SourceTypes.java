package io.throughline.source;

import io.throughline.entity.EntityType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The labels of this package. */
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
}

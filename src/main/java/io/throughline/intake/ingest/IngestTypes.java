package io.throughline.intake.ingest;

import io.throughline.graphql.entity.EntityType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entity types of this package, by label. */
@Configuration(proxyBeanMethods = false)
class IngestTypes {

    @Bean
    EntityType importRunType() {
        return new EntityType("ImportRun", ImportRun::of);
    }

    @Bean
    EntityType reviewItemType() {
        return new EntityType("ReviewItem", ReviewItem::of);
    }
}

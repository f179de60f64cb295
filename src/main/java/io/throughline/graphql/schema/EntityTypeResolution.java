package io.throughline.graphql.schema;

import graphql.schema.TypeResolver;
import io.throughline.graphql.entity.Entity;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Which type of the schema stands behind an interface: every entity knows its own. */
@Configuration(proxyBeanMethods = false)
class EntityTypeResolution {

    private static final TypeResolver BY_ENTITY = environment -> {
        var entity = (Entity) Objects.requireNonNull(environment.getObject());
        return environment.getSchema().getObjectType(entity.typeName());
    };

    @Bean
    RuntimeWiringConfigurer typesBehindInterfaces() {
        return wiring -> {
            for (var name : new String[] {"Node", "Sourced", "Agent", "Organization"}) {
                wiring.type(name, type -> type.typeResolver(BY_ENTITY));
            }
        };
    }
}

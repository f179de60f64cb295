package io.throughline.graphql.schema;

import graphql.schema.TypeResolver;
import io.throughline.graphql.entity.Entity;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Resolves interfaces of the schema to object types: every entity knows its own. */
@Configuration(proxyBeanMethods = false)
class EntityTypeResolution {

    private static final TypeResolver BY_ENTITY = environment -> {
        var entity = (Entity) Objects.requireNonNull(environment.getObject());
        return environment.getSchema().getObjectType(entity.typeName());
    };

    @Bean
    RuntimeWiringConfigurer interfaceTypeResolvers() {
        return wiring -> {
            for (var name : new String[] {"Node", "Sourced", "Agent", "Organization"}) {
                wiring.type(name, type -> type.typeResolver(BY_ENTITY));
            }
        };
    }
}

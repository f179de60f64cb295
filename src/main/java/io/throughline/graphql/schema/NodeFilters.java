package io.throughline.graphql.schema;

import io.throughline.graphql.connection.FilterType;
import io.throughline.graphql.connection.StandardCriteria;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filter for related things of any type, of {@code graphql/schema.graphqls}. */
@Configuration(proxyBeanMethods = false)
class NodeFilters {

    @Bean
    FilterType nodeFilter() {
        return new FilterType("NodeFilter", Map.of("id", StandardCriteria.id()));
    }
}

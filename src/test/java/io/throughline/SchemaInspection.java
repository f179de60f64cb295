package io.throughline;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.execution.SchemaReport;

/** Keeps Spring's report on which fields of the schema have code. */
@TestConfiguration(proxyBeanMethods = false)
class SchemaInspection {

    @Bean
    List<SchemaReport> reports() {
        return new ArrayList<>();
    }

    @Bean
    GraphQlSourceBuilderCustomizer inspection(List<SchemaReport> reports) {
        return builder -> builder.inspectSchemaMappings(reports::add);
    }
}

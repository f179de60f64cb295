package io.throughline;

import io.throughline.model.agent.LocalGovernment;
import io.throughline.model.agent.Organization;
import io.throughline.model.agent.Person;
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
        return builder -> builder.inspectSchemaMappings(
                // one record implements all kinds of organizations, and another one cities and regions
                types -> types.classMapping("Campaign", Organization.class)
                        .classMapping("Network", Organization.class)
                        .classMapping("Body", Organization.class)
                        .classMapping("City", LocalGovernment.class)
                        .classMapping("Region", LocalGovernment.class)
                        .classMapping("Person", Person.class),
                reports::add);
    }
}

package io.throughline.model.membership;

import java.util.Map;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Queries memberships and counts them. */
abstract class Counting {

    static final ParameterizedTypeReference<Map<String, Object>> MAP = new ParameterizedTypeReference<>() {};

    @Autowired
    GraphQlTester graphQl;

    @Autowired
    Driver driver;

    final int count(String document, String path) {
        return graphQl.document(document)
                .execute()
                .path(path)
                .entity(Integer.class)
                .get();
    }
}

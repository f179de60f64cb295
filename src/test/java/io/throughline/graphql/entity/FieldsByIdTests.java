package io.throughline.graphql.entity;

import io.throughline.GraphTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** The fields of {@code Query} that fetch one thing by its id. */
@GraphTest
class FieldsByIdTests {

    @Autowired
    private GraphQlTester graphQl;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "place | US-MA | name | Massachusetts",
                "person | ban-ki-moon | name | Ban Ki-moon",
                "source | text-mma | id | text-mma",
                "claim | claim-4.03 | id | claim-4.03",
                "instrument | paris-agreement | name | Paris Agreement",
                "secretariat | gcom-southeast-asia-secretariat | name | Southeast Asia Secretariat of the Global Covenant of Mayors"
            })
    void fetchOneThingOfTheirType(String field, String id, String property, String value) {
        graphQl.document("{ found: %s(id: \"%s\") { %s } }".formatted(field, id, property))
                .execute()
                .path("found." + property)
                .entity(String.class)
                .isEqualTo(value);
    }
}

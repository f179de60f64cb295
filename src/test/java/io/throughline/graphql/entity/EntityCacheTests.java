package io.throughline.graphql.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import io.throughline.infra.cypher.GraphWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** Cached entities are always up to date. */
@GraphTest
class EntityCacheTests {

    @Autowired
    private GraphQlTester graphQl;

    @Autowired
    private GraphWriter writer;

    @Test
    void readsAnOrganizationOnceUntilTheGraphChanges() {
        name();
        assertThat(runsOfName()).isEmpty();
        writer.write(transaction -> null);
        assertThat(runsOfName()).containsExactly("entity/entities-by-id ×1");
        assertThat(runsOfName()).isEmpty();
    }

    @Test
    void seesChangesAtOnce() {
        assertThat(name()).isEqualTo("C40 Cities");
        try {
            rename("C41 Cities");
            assertThat(name()).isEqualTo("C41 Cities");
        } finally {
            rename("C40 Cities");
        }
        assertThat(name()).isEqualTo("C40 Cities");
    }

    private void rename(String name) {
        writer.write(transaction -> transaction
                .run("MATCH (network:Network {id: 'c40'}) SET network.name = $name", Map.of("name", name))
                .consume());
    }

    private List<String> runsOfName() {
        try (var log = new StatementLog()) {
            name();
            return log.runs();
        }
    }

    private String name() {
        return graphQl.document("{ network(id: \"c40\") { name } }")
                .execute()
                .path("network.name")
                .entity(String.class)
                .get();
    }
}

package io.throughline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.StatementLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GraphTest
class TrustedDocumentsWarmUpTests {

    @Autowired
    private TrustedDocumentsWarmUp warmUp;

    @Autowired
    private TrustedDocuments documents;

    @Test
    void runsEveryExample() {
        assertThat(documents.all()).hasSizeGreaterThanOrEqualTo(26);
        try (var statements = new StatementLog()) {
            assertThat(warmUp.run()).isEqualTo(documents.all().size());
            assertThat(statements.runs()).anyMatch(run -> run.startsWith("search/agents-by-name "));
        }
    }
}

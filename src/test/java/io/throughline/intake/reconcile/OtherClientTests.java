package io.throughline.intake.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.NodePrograms;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Asks the service with a client from npm, in Node, in {@code src/test/openrefine}; skipped without Node. */
@Tag("full") // fetches packages
class OtherClientTests extends ReconciliationTestBase {

    @Test
    void aClientOfOthersFindsAgents() throws IOException, InterruptedException {
        var printed = NodePrograms.in("src/test/openrefine")
                .run("client.js", address(), "C40", "Medford, MA", "Viareggio", "Springfield", "Nowhere at all");
        // Node may warn about the packages before
        var answers = JSON.readTree(printed.substring(printed.strip().lastIndexOf('\n') + 1));
        assertThat(mappings(answers, "C40")).containsExactly("urn:throughline:c40 exactMatch");
        assertThat(mappings(answers, "Medford, MA")).containsExactly("urn:throughline:medford exactMatch");
        assertThat(mappings(answers, "Viareggio"))
                .as("not in the graph")
                .isNotEmpty()
                .noneMatch(mapping -> mapping.endsWith("exactMatch"));
        assertThat(mappings(answers, "Springfield"))
                .as("several places")
                .hasSizeGreaterThan(1)
                .noneMatch(mapping -> mapping.endsWith("exactMatch"));
        assertThat(mappings(answers, "Nowhere at all")).isEmpty();
    }

    private static List<String> mappings(JsonNode answers, String name) {
        return answers.path(name).valueStream().map(JsonNode::asString).toList();
    }
}

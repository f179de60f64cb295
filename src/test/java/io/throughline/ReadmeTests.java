package io.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

@GraphTest
class ReadmeTests {

    @Autowired
    private GraphQlTester graphQl;

    @Test
    void itsExampleGivesTheAnswerItShows() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        graphQl.document(block("graphql", readme)).execute().path("").matchesJsonStrictly(block("json", readme));
    }

    private static String block(String language, String readme) {
        var block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}

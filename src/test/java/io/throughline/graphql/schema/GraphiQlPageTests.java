package io.throughline.graphql.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.GraphTest;
import io.throughline.Requirement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@GraphTest
class GraphiQlPageTests {

    private static final boolean BUILT = new ClassPathResource("static/graphiql.html").exists();

    private final MockMvcTester browser;

    @Autowired
    GraphiQlPageTests(WebApplicationContext server) {
        browser = MockMvcTester.from(server);
    }

    @ParameterizedTest
    @CsvSource({"/, graphiql", "/graphiql/, ../graphiql"})
    void redirectsTheRootAndATrailingSlashToThePage(String path, String location) {
        assertThat(browser.get().uri(path)).hasStatus(HttpStatus.FOUND).hasHeader("Location", location);
    }

    @Test
    void servesThePageOrSaysThatItIsMissing() {
        assertThat(browser.get().uri("/graphiql").accept(MediaType.TEXT_HTML))
                .hasStatus(BUILT ? HttpStatus.OK : HttpStatus.NOT_FOUND)
                .hasContentTypeCompatibleWith(MediaType.TEXT_HTML)
                .bodyText()
                .contains("<title>Throughline")
                .contains(BUILT ? "<script" : "-DskipWeb");
    }

    @Test
    void loadsNothingFromOtherHosts() throws IOException {
        Requirement.require(BUILT, "built with -DskipWeb");
        assertThat(text(new ClassPathResource("static/graphiql.html")))
                .containsPattern("src=\"\\./graphiql/graphiql-[^\"]+\\.js\"")
                .doesNotContainPattern("(src|href)=\"(https?:)?//");
        assertThat(files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(text(file))
                        .as(file.getFilename())
                        .doesNotContainPattern(
                                "(import|importScripts|fetch|Worker|URL|url)\\s*\\(\\s*[\"'`]?(https?:)?//")
                        .doesNotContainPattern("(from|import)\\s*[\"'`](https?:)?//"));
    }

    @Test
    void filesWithAContentHashAreCachedForAYear() throws IOException {
        Requirement.require(BUILT, "built with -DskipWeb");
        assertThat(browser.get().uri("/graphiql/" + files().get(0).getFilename()))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
    }

    private static List<Resource> files() throws IOException {
        return List.of(new PathMatchingResourcePatternResolver().getResources("classpath:/static/graphiql/*.*s"));
    }

    private static String text(Resource resource) throws IOException {
        return resource.getContentAsString(StandardCharsets.UTF_8);
    }
}

package io.throughline.graphql.schema;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves GraphiQL, built from {@code src/main/web}, and redirects the root to it. */
@Controller
class GraphiQlPage implements WebMvcConfigurer {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Resource page = new ClassPathResource("static/graphiql.html");

    @GetMapping("/graphiql")
    ResponseEntity<Object> page() {
        return page.exists() ? html(HttpStatus.OK, page) : html(HttpStatus.NOT_FOUND, """
                <!doctype html>
                <html lang="en">
                <title>Throughline · GraphiQL is missing</title>
                <p>GraphiQL is not part of this build, which was made with <code>-DskipWeb</code>.
                <p>To include it, install Node 18 or newer and build again without <code>-DskipWeb</code>.
                The API is available at <code>graphql</code>.
                </html>
                """);
    }

    @GetMapping("/")
    ResponseEntity<Void> root() {
        return seeOther("graphiql");
    }

    @GetMapping("/graphiql/")
    ResponseEntity<Void> trailingSlash() {
        return seeOther("../graphiql");
    }

    /** File names in that folder contain a content hash, so browsers may cache them. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/graphiql/**")
                .addResourceLocations("classpath:/static/graphiql/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    private static ResponseEntity<Object> html(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .body(body);
    }

    /** A relative redirect, which works under any path and behind any proxy. */
    private static ResponseEntity<Void> seeOther(String relative) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, relative)
                .build();
    }
}

package io.throughline.graphql.http;

import io.throughline.reference.id.Sha256;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Creates entity tags: hashes of everything on which a response to an anonymous caller depends. That is the request, the version
 * of the graph, the build of the program, its settings, and the day, because a membership can end today.
 */
@Component
public class EntityTagFactory {

    private final JsonMapper json;
    private final String server;

    EntityTagFactory(JsonMapper json, ObjectProvider<BuildProperties> build, Environment environment) {
        this.json = json;
        this.server = Sha256.of(build(build.getIfAvailable()) + json.writeValueAsString(settings(environment)));
    }

    /** A build without a time, such as one by an editor, is taken for another at each start. */
    private static String build(@Nullable BuildProperties build) {
        return String.valueOf(build == null || build.getTime() == null ? UUID.randomUUID() : build.getTime());
    }

    private static Map<String, String> settings(Environment environment) {
        return new TreeMap<>(Binder.get(environment)
                .bind("throughline", Bindable.mapOf(String.class, String.class))
                .orElseGet(Map::of));
    }

    /**
     * The tag of a response. To be created before the response is: if the graph changes meanwhile, the tag is then already
     * outdated.
     *
     * @param version of the graph
     * @param request everything that distinguishes the request from others, as values that can be written as JSON
     */
    public EntityTag of(String version, @Nullable Object... request) {
        var all = json.writeValueAsString(new Object[] {server, version, LocalDate.now(ZoneOffset.UTC), request});
        return new EntityTag(Sha256.of(all).substring(0, 32));
    }
}

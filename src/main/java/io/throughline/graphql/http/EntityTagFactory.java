package io.throughline.graphql.http;

import io.throughline.reference.id.Sha256;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Creates entity tags from the graph version, the request and the program version. */
@Component
class EntityTagFactory {

    private static final String PROGRAM =
            String.valueOf(EntityTagFactory.class.getPackage().getImplementationVersion());

    private final JsonMapper json;

    EntityTagFactory(JsonMapper json) {
        this.json = json;
    }

    /** Must be called before the response is computed: if the graph changes meanwhile, the tag is then already outdated. */
    EntityTag of(String version, String document, RequestParameters request, ResponseMediaType type) {
        var all = json.writeValueAsString(new Object[] {
            PROGRAM, version, document, String.valueOf(request.operationName()), request.variables(), type
        });
        return new EntityTag(Sha256.of(all).substring(0, 32));
    }
}

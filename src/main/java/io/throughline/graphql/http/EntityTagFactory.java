package io.throughline.graphql.http;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the tags of answers, from the version of the graph, the request and the program. */
@Component
class EntityTagFactory {

    private static final String PROGRAM =
            String.valueOf(EntityTagFactory.class.getPackage().getImplementationVersion());

    private final JsonMapper json;

    EntityTagFactory(JsonMapper json) {
        this.json = json;
    }

    /** To be made before the answer: if the graph changes meanwhile, the tag is already an old one. */
    EntityTag of(String version, String document, RequestParameters request, ResponseMediaType type) {
        var all = json.writeValueAsString(new Object[] {
            PROGRAM, version, document, String.valueOf(request.operationName()), request.variables(), type
        });
        return new EntityTag(Sha256.of(all).substring(0, 32));
    }
}

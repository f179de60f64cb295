package io.throughline.graphql.http;

import io.throughline.reference.id.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The documents in a folder. The id of each is its file name without {@code .graphql}, or {@code sha256:…}. */
@Component
class TrustedDocuments {

    private final Map<String, String> byId = new HashMap<>();

    TrustedDocuments(@Value("${throughline.trusted-documents}") String folder) throws IOException {
        for (var file :
                new PathMatchingResourcePatternResolver().getResources(folder.replaceFirst("/$", "") + "/*.graphql")) {
            var document = file.getContentAsString(StandardCharsets.UTF_8);
            byId.put(Objects.requireNonNull(file.getFilename()).replaceFirst("\\.graphql$", ""), document);
            byId.put("sha256:" + Sha256.of(document), document);
        }
    }

    Optional<String> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The texts of all documents, each once, in no particular order. */
    Set<String> all() {
        return Set.copyOf(byId.values());
    }
}

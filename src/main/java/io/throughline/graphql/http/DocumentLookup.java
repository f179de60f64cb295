package io.throughline.graphql.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.throughline.reference.id.Sha256;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Finds the document of a request: its text, a trusted document, or one sent earlier and now referred to by its hash
 * (automatic persisted queries as in Apollo).
 */
@Component
class DocumentLookup {

    private static final String HASH = "sha256:";
    private static final int MAX_CHARACTERS = 10_000_000;

    private final Cache<String, String> persistedDocuments = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String hash, String document) -> document.length())
            .build();

    private final TrustedDocuments trusted;
    private final boolean trustedOnly;

    DocumentLookup(TrustedDocuments trusted, @Value("${throughline.trusted-documents-only}") boolean trustedOnly) {
        this.trusted = trusted;
        this.trustedOnly = trustedOnly;
    }

    /**
     * Returns the text of the document.
     *
     * @throws HttpProblemException if it is missing, unknown or not allowed
     */
    String of(RequestParameters request) {
        if (request.documentId() != null) {
            return byId(request.documentId(), request);
        }
        if (request.extensions().get("persistedQuery") instanceof Map<?, ?> persisted) {
            return persisted(persisted, request);
        }
        return allowed(request);
    }

    private String byId(String id, RequestParameters request) {
        if (request.query() != null) {
            throw HttpProblemException.badRequest("both query and documentId are given; expected only one of them");
        }
        return trusted.byId(id)
                .or(() -> Optional.ofNullable(persistedDocuments.getIfPresent(id)))
                .orElseThrow(() -> new HttpProblemException(
                        HttpStatus.BAD_REQUEST,
                        "DOCUMENT_NOT_FOUND",
                        "unknown documentId; send the document as query"));
    }

    private String persisted(Map<?, ?> persisted, RequestParameters request) {
        if (!(persisted.get("sha256Hash") instanceof String hash)
                || !(persisted.get("version") instanceof Number version && version.intValue() == 1)) {
            throw HttpProblemException.badRequest(
                    "extensions.persistedQuery is invalid; expected version 1 and sha256Hash");
        }
        var id = HASH + hash;
        if (request.query() == null) {
            return trusted.byId(id)
                    .or(() -> Optional.ofNullable(persistedDocuments.getIfPresent(id)))
                    .orElseThrow(UnknownHashException::new);
        }
        if (!Sha256.of(request.query()).equals(hash)) {
            throw new HttpProblemException(
                    HttpStatus.BAD_REQUEST,
                    "PERSISTED_QUERY_HASH_MISMATCH",
                    "sha256Hash does not match query; expected the SHA-256 of the document");
        }
        var document = allowed(request);
        persistedDocuments.put(id, document);
        return document;
    }

    private String allowed(RequestParameters request) {
        var document = request.query();
        if (document == null || document.isBlank()) {
            throw HttpProblemException.badRequest("no document given; expected query or documentId");
        }
        if (trustedOnly && trusted.byId(HASH + Sha256.of(document)).isEmpty()) {
            throw new HttpProblemException(
                    HttpStatus.FORBIDDEN,
                    "DOCUMENT_NOT_TRUSTED",
                    "this server runs trusted documents only; use the documentId of one");
        }
        return document;
    }

    /** Not an error but a step of the protocol: the caller then sends the document too. */
    static final class UnknownHashException extends HttpProblemException {

        private static final long serialVersionUID = 1L;

        UnknownHashException() {
            super(HttpStatus.BAD_REQUEST, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
        }
    }
}

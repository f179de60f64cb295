package io.throughline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.throughline.reference.id.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedDocumentsTests {

    private static final String DOCUMENT = "{ __typename }";

    @TempDir
    private Path folder;

    private DocumentLookup documents;

    @BeforeEach
    void addADocument() throws IOException {
        Files.writeString(folder.resolve("name.graphql"), DOCUMENT);
        Files.writeString(folder.resolve("notes.txt"), "{ dataset { version } }");
        documents = new DocumentLookup(new TrustedDocuments(folder.toUri().toString()), true);
    }

    @Test
    void findsATrustedDocumentByNameHashOrText() {
        assertThat(find(Map.of("documentId", "name"))).isEqualTo(DOCUMENT);
        assertThat(find(Map.of("documentId", "sha256:" + Sha256.of(DOCUMENT)))).isEqualTo(DOCUMENT);
        assertThat(find(Map.of("query", DOCUMENT))).isEqualTo(DOCUMENT);
        assertThat(find(Map.of("extensions", persisted(DOCUMENT)))).isEqualTo(DOCUMENT);
    }

    @Test
    void rejectsOtherDocuments() {
        assertRefused("DOCUMENT_NOT_TRUSTED", Map.of("query", "{ other: __typename }"));
        assertRefused(
                "DOCUMENT_NOT_TRUSTED",
                Map.of("query", "{ other: __typename }", "extensions", persisted("{ other: __typename }")));
        assertRefused("PERSISTED_QUERY_NOT_FOUND", Map.of("extensions", persisted("{ other: __typename }")));
        assertRefused("DOCUMENT_NOT_FOUND", Map.of("documentId", "notes"));
    }

    private static Map<String, Object> persisted(String document) {
        return Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", Sha256.of(document)));
    }

    private String find(Map<String, Object> parameters) {
        return documents.of(RequestParameters.of(parameters));
    }

    private void assertRefused(String code, Map<String, Object> parameters) {
        assertThatExceptionOfType(HttpProblemException.class)
                .isThrownBy(() -> find(parameters))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}

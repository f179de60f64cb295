package io.throughline.model.source;

import io.throughline.graphql.entity.Entity;
import io.throughline.graphql.entity.NodeReader;
import io.throughline.infra.builder.StagedBuilder;
import io.throughline.reference.date.PartialDate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.types.Node;

/**
 * A text, page or list that facts are taken from.
 *
 * @param author as printed: a text, not a person in the graph
 * @param contact as printed: a text, not a person in the graph
 * @param file the name of the file that was read; null when it was not a file
 * @param sha256 of the text that was read, in lowercase hexadecimal
 * @param publisherId the organization that published it
 */
@StagedBuilder
public record Source(
        String id,
        String title,
        @Nullable String author,
        @Nullable String contact,
        @Nullable String file,
        @Nullable String url,
        @Nullable String language,
        @Nullable PartialDate statedAt,
        @Nullable PartialDate retrievedAt,
        @Nullable String sha256,
        @Nullable String licence,
        @Nullable String licenceUrl,
        @Nullable String attribution,
        @Nullable String note,
        @Nullable String publisherId)
        implements Entity {

    static Source of(Node node) {
        var source = NodeReader.of(node);
        return SourceBuilder.builder()
                .id(source.id())
                .title(source.required("title"))
                .author(source.text("author"))
                .contact(source.text("contact"))
                .file(source.text("file"))
                .url(source.text("url"))
                .language(source.text("language"))
                .statedAt(PartialDate.parseNullable(source.text("statedAt")))
                .retrievedAt(PartialDate.parseNullable(source.text("retrievedAt")))
                .sha256(source.text("sha256"))
                .licence(source.text("licence"))
                .licenceUrl(source.text("licenceUrl"))
                .attribution(source.text("attribution"))
                .note(source.text("note"))
                .publisherId(source.text("publisherId"))
                .build();
    }
}

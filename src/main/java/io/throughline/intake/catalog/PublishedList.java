package io.throughline.intake.catalog;

import io.throughline.infra.builder.StagedBuilder;
import io.throughline.reference.date.PartialDate;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A published list that the product can read, in the edition that its mapping was written for.
 *
 * @param id names it on the command line and over GraphQL
 * @param title what it is called
 * @param publisher who published it, in words
 * @param content what is in it
 * @param licence the licence as stated, or that none is stated
 * @param allows what the licence allows, for a person who has to decide about that
 * @param pageUrl the page that describes it, or that it can be downloaded from by hand
 * @param mapping the id of the mapping that reads it
 * @param edition the date of the edition, as precisely as known
 * @param licenceUrl null if no licence is stated, or it has no page
 * @param url the public address of the file; null if there is none, so that it has to be downloaded by hand
 * @param size of the file in bytes; null if not recorded
 * @param sha256 of the file in lower-case hexadecimal; null if nobody has verified it
 * @param note what else to know; null if there is nothing to say
 */
@StagedBuilder
public record PublishedList(
        String id,
        String title,
        String publisher,
        String content,
        String licence,
        String allows,
        String pageUrl,
        String mapping,
        PartialDate edition,
        @Nullable String licenceUrl,
        @Nullable String url,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable String note) {

    private static final Set<String> EXTENSIONS = Set.of("csv", "xlsx", "json", "jsonl", "tsv");

    /** The name that a downloaded file gets: the id, and the extension that the address has. */
    public String fileName() {
        var path = url == null ? "" : URI.create(url).getPath();
        var extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return "%s.%s".formatted(id, EXTENSIONS.contains(extension) ? extension : "csv");
    }
}

package io.throughline.intake.ingest;

import static java.util.stream.Collectors.toSet;

import io.throughline.intake.mapping.ListedOrganization;
import io.throughline.intake.mapping.Mapping;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.reference.date.PartialDate;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.LedgerActivity;
import io.throughline.writing.ledger.NewOrganization;
import io.throughline.writing.ledger.NewSourceBuilder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;

/** Checks and adds what a mapping declares for its files as a whole: the source and the organizations. */
final class MappedSource {

    private MappedSource() {}

    /**
     * Checks that the graph has what {@link #prepare} and the lines need.
     *
     * @throws ImportRejectedException if something is missing, or if an id is in use for something else
     */
    static void requireFit(RunQueries queries, Mapping mapping) {
        var needed = mapping.neededOrganizations();
        var listed =
                mapping.organizations().stream().map(ListedOrganization::id).toList();
        var source = mapping.source();
        var labels = queries.labels(Stream.of(needed, listed, List.of(source.id()))
                .flatMap(Collection::stream)
                .collect(toSet()));
        rejectIfAny(
                needed.stream().filter(id -> !hasLabel("Organization", labels.get(id))),
                "ORGANIZATION_UNKNOWN",
                "the graph has no organization %s, which the mapping %s uses: list it under organizations in the mapping",
                mapping);
        rejectIfAny(
                listed.stream().filter(id -> isTaken("Organization", labels.get(id))),
                "ORGANIZATION_TAKEN",
                "%s is not an organization in the graph, but the mapping %s lists it as an organization: use another id"
                        + " in the mapping",
                mapping);
        rejectIfAny(
                Stream.of(source.id()).filter(id -> source.known() && !hasLabel("Source", labels.get(id))),
                "SOURCE_UNKNOWN",
                "the graph has no source %s, and the mapping %s gives only its id: give its title in the mapping to add it",
                mapping);
        rejectIfAny(
                Stream.of(source.id()).filter(id -> !source.known() && isTaken("Source", labels.get(id))),
                "SOURCE_TAKEN",
                "%s is not a source in the graph, but the mapping %s describes it as a source: use another id in the mapping",
                mapping);
    }

    private static boolean hasLabel(String label, @Nullable List<String> labels) {
        return labels != null && labels.contains(label);
    }

    /**
     * Whether something else has the id. What was withdrawn returns when it is added; a merged id means the survivor.
     */
    private static boolean isTaken(String label, @Nullable List<String> labels) {
        return labels != null
                && !hasLabel(label, labels)
                && !hasLabel("Withdrawn", labels)
                && !hasLabel("Merged", labels);
    }

    private static void rejectIfAny(Stream<String> ids, String code, String message, Mapping mapping) {
        var all = ids.sorted().toList();
        if (!all.isEmpty()) {
            throw new ImportRejectedException(code, message.formatted(String.join(", ", all), mapping.id()), "mapping");
        }
    }

    /** Adds the source and the organizations that a mapping declares, if the graph lacks them. */
    static void prepare(
            Ledger ledger, TransactionContext transaction, LedgerActivity by, Mapping mapping, PublishedFile file) {
        var organizations = mapping.organizations().stream()
                .map(each -> new NewOrganization(
                        each.id(), each.name(), each.kind(), each.website(), each.note(), each.countryId()))
                .toList();
        if (!organizations.isEmpty()) {
            ledger.addOrganizations(transaction, by, organizations);
        }
        var source = mapping.source();
        if (!source.known()) {
            ledger.addSource(
                    transaction,
                    by,
                    NewSourceBuilder.builder()
                            .id(source.id())
                            .title(Objects.requireNonNullElse(source.title(), source.id()))
                            .licence(Objects.requireNonNullElse(source.licence(), "not stated"))
                            .publisherId(source.publisherId())
                            .author(source.author())
                            .url(source.url())
                            .language(source.language())
                            .statedAt(source.statedAt())
                            // the file may be older than the day on which it is imported
                            .retrievedAt(PartialDate.parse("../" + LocalDate.now(ZoneOffset.UTC)))
                            .file(file.name())
                            .sha256(file.sha256())
                            .licenceUrl(source.licenceUrl())
                            .attribution(source.attribution())
                            .note(source.note())
                            .build());
        }
    }
}

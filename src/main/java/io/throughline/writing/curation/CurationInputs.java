package io.throughline.writing.curation;

import io.throughline.model.agent.CityKind;
import io.throughline.model.agent.OrganizationKind;
import io.throughline.model.agent.RegionKind;
import io.throughline.model.event.EventFormat;
import io.throughline.model.event.EventKind;
import io.throughline.model.figure.Metric;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Comparator;
import io.throughline.model.source.Rank;
import io.throughline.model.source.Status;
import io.throughline.model.source.Strength;
import io.throughline.writing.ledger.ClaimEvidence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inputs of {@code graphql/curation.graphqls}, which documents each field. */
final class CurationInputs {

    private CurationInputs() {}

    record EvidenceInput(
            String source,
            @Nullable String locator,
            @Nullable String printed,
            @Nullable String asOf,
            Strength strength,
            Rank rank,
            boolean inferred,
            @Nullable String note) {

        ClaimEvidence read(InputValidation checks) {
            checks.is(source, "Source", "evidence", "source");
            return new ClaimEvidence(
                    source, locator, printed, checks.date(asOf, "evidence", "asOf"), strength, rank, inferred, note);
        }
    }

    record AssertMembershipInput(
            String member,
            MembershipRole role,
            String organization,
            List<String> via,
            @Nullable ViaStatus viaStatus,
            @Nullable Directness directness,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable Status status,
            @Nullable String post,
            @Nullable String area,
            @Nullable Integer position,
            EvidenceInput evidence,
            @Nullable Integer expectedRevision,
            @Nullable String comment) {}

    record AssertStatementInput(
            String subject,
            String property,
            @Nullable Object value,
            @Nullable Comparator comparator,
            @Nullable String unit,
            EvidenceInput evidence,
            @Nullable Integer expectedRevision,
            @Nullable String comment) {}

    record AssertFigureInput(
            String about,
            Metric metric,
            double value,
            Comparator comparator,
            String unit,
            @Nullable String scope,
            @Nullable Double outOf,
            EvidenceInput evidence,
            @Nullable String comment) {}

    /** Omitted fields keep their values, so the parts are maps. */
    record SupersedeClaimInput(
            String claim,
            @Nullable Map<String, @Nullable Object> membership,
            @Nullable Map<String, @Nullable Object> evidence,
            @Nullable String reason,
            @Nullable Integer expectedRevision,
            @Nullable String comment) {}

    record RetractClaimInput(
            String claim,
            String reason,
            @Nullable Integer expectedRevision,
            @Nullable String comment) {}

    record SetRankInput(
            String claim,
            Rank rank,
            @Nullable String reason,
            @Nullable Integer expectedRevision,
            @Nullable String comment) {}

    record AddSourceInput(
            String id,
            String title,
            @Nullable String publisher,
            @Nullable String author,
            @Nullable String url,
            @Nullable String language,
            @Nullable String statedAt,
            @Nullable String retrievedAt,
            @Nullable String file,
            @Nullable String sha256,
            String licence,
            @Nullable String licenceUrl,
            @Nullable String attribution,
            @Nullable String note,
            @Nullable String comment) {}

    record AddOrganizationInput(
            String id,
            String name,
            OrganizationKind kind,
            @Nullable String country,
            @Nullable String website,
            @Nullable String note,
            EvidenceInput evidence,
            @Nullable String comment) {}

    record IdentifierInput(String scheme, String value) {}

    /** A city or region to be added: both have the same fields. */
    sealed interface AddPlacedInput {

        String id();

        String name();

        Enum<?> kind();

        @Nullable String country();

        @Nullable String state();

        @Nullable Double latitude();

        @Nullable Double longitude();

        @Nullable Integer population();

        @Nullable Integer populationYear();

        List<IdentifierInput> identifiers();

        EvidenceInput evidence();
    }

    record AddCityInput(
            String id,
            String name,
            CityKind kind,
            @Nullable String country,
            @Nullable String state,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Integer population,
            @Nullable Integer populationYear,
            List<IdentifierInput> identifiers,
            EvidenceInput evidence,
            @Nullable String comment)
            implements AddPlacedInput {}

    record AddRegionInput(
            String id,
            String name,
            RegionKind kind,
            @Nullable String country,
            @Nullable String state,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Integer population,
            @Nullable Integer populationYear,
            List<IdentifierInput> identifiers,
            EvidenceInput evidence,
            @Nullable String comment)
            implements AddPlacedInput {}

    record AddSecretariatInput(
            String id,
            String name,
            String organization,
            @Nullable String covers,
            EvidenceInput evidence,
            @Nullable String comment) {}

    record AddEventInput(
            String id,
            String name,
            EventKind kind,
            @Nullable String superEvent,
            @Nullable String dates,
            @Nullable String location,
            @Nullable EventFormat format,
            @Nullable Status status,
            @Nullable String note,
            EvidenceInput evidence,
            @Nullable String comment) {}

    record MergeAgentsInput(
            String agent,
            String into,
            String reason,
            @Nullable Integer expectedRevision,
            @Nullable String comment) {}

    record SplitAgentInput(
            String agent,
            List<String> claims,
            @Nullable AddCityInput city,
            @Nullable AddRegionInput region,
            @Nullable AddOrganizationInput organization,
            String reason,
            @Nullable Integer expectedRevision,
            @Nullable String comment) {}

    record UndoActivityInput(String activity, @Nullable String comment) {}
}

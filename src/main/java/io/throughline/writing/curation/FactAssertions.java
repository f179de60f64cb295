package io.throughline.writing.curation;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipId;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Strength;
import io.throughline.reference.id.IdSyntax;
import io.throughline.writing.curation.CurationInputs.AssertFigureInput;
import io.throughline.writing.curation.CurationInputs.AssertMembershipInput;
import io.throughline.writing.curation.CurationInputs.AssertStatementInput;
import io.throughline.writing.curation.EditRunner.Edit;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.MembershipClaim;
import io.throughline.writing.ledger.MembershipStatementBuilder;
import io.throughline.writing.ledger.NewFact.Link;
import io.throughline.writing.ledger.NewFactBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records the facts that editors state. */
@Component
class FactAssertions {

    private static final CypherStatement OF_SOURCE = CypherStatement.in("curation/claims-of-source.cypher");
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");

    /** Labels of nodes that cannot be the subject of a statement. */
    private static final Set<String> NOT_SUBJECTS = Set.of("Claim", "Activity", "Withdrawn", "Merged");

    private final Ledger ledger;

    FactAssertions(Ledger ledger) {
        this.ledger = ledger;
    }

    MutationResult membership(Edit edit, AssertMembershipInput input) {
        var id = MembershipId.of(input.member(), input.role(), input.organization(), input.via());
        var checks = new InputValidation(edit.transaction())
                .is(input.member(), "Agent", "member")
                .is(input.organization(), "Organization", "organization")
                .all(input.via(), "Organization", "via")
                .is(input.post(), "Secretariat", "post")
                .is(input.area(), "Place", "area")
                .revision(id, input.expectedRevision());
        if (input.member().equals(input.organization())) {
            checks.error("MEMBER_OF_ITSELF", "an organization cannot be a member of itself", "organization");
        }
        var hasRoute = !input.via().isEmpty();
        if (hasRoute && input.evidence().strength() != Strength.STATED) {
            checks.error(
                    "ROUTE_NOT_STATED",
                    "a route is recorded only if a source states it: leave out via, or set strength to STATED",
                    "evidence",
                    "strength");
        }
        var statement = MembershipStatementBuilder.builder()
                .role(input.role())
                .organizationId(input.organization())
                .viaIds(input.via())
                .viaStatus(hasRoute ? ViaStatus.NAMED : input.viaStatus())
                .directness(input.directness() == null && hasRoute ? Directness.INDIRECT : input.directness())
                .validFrom(checks.date(input.validFrom(), "validFrom"))
                .validTo(checks.date(input.validTo(), "validTo"))
                .status(input.status())
                .build();
        var claim = new MembershipClaim(
                input.member(),
                statement,
                input.post(),
                input.area(),
                input.position(),
                List.of(),
                input.evidence().read(checks));
        checks.validate();
        var existing = edit.transaction()
                .run(
                        OF_SOURCE.text(),
                        Map.of("id", id, "sourceId", input.evidence().source()))
                .list(row -> row.get("id").asString());
        if (!existing.isEmpty()) {
            checks.error(
                            "ALREADY_STATED",
                            "this source already has a claim on this membership: supersede that claim to correct it")
                    .rejectIfInvalid(existing.get(0));
        }
        return edit.recorded(
                ledger.record(edit.transaction(), edit.by(), List.of(claim)).get(0));
    }

    MutationResult statement(Edit edit, AssertStatementInput input) {
        var checks = new InputValidation(edit.transaction())
                .is(input.subject(), "Entity", "subject")
                .revision(input.subject(), input.expectedRevision());
        if (!PROPERTY.matcher(input.property()).matches() || input.property().equals("origin")) {
            checks.error(
                    "PROPERTY_INVALID",
                    "invalid property name (expected a letter followed by at most 59 letters, digits or _, e.g. classification; origin is reserved)",
                    "property");
        }
        var value = checks.statementValue(input.value());
        var evidence = input.evidence().read(checks);
        checks.validate();
        if (checks.node(input.subject()).labels().stream().anyMatch(NOT_SUBJECTS::contains)) {
            checks.error(
                            "WRONG_KIND",
                            "'%s' cannot be the subject of a statement".formatted(input.subject()),
                            "subject")
                    .rejectIfInvalid(null);
        }
        return edit.recorded(ledger.state(
                edit.transaction(),
                edit.by(),
                NewFactBuilder.builder()
                        .id(input.subject())
                        .labels(List.of())
                        .properties(Map.of())
                        .links(List.of())
                        .subjectId(input.subject())
                        .property(input.property())
                        .evidence(evidence)
                        .value(value)
                        .comparator(input.comparator())
                        .unit(input.unit())
                        .build()));
    }

    MutationResult figure(Edit edit, AssertFigureInput input) {
        var checks = new InputValidation(edit.transaction())
                .is(input.about(), "Entity", "about")
                .is(input.scope(), "Place", "scope");
        var value = wholeNumber(input.value(), checks, "value");
        var outOf = input.outOf() == null ? null : wholeNumber(input.outOf(), checks, "outOf");
        var evidence = input.evidence().read(checks);
        checks.validate();
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("aboutId", input.about());
        properties.put("metric", input.metric().name());
        properties.put("value", value);
        properties.put("comparator", input.comparator().name());
        properties.put("unit", input.unit());
        properties.put("scopeId", input.scope());
        properties.put("outOf", outOf);
        properties.put("asOf", evidence.asOf());
        var links = new ArrayList<>(List.of(new Link("ABOUT", input.about())));
        if (input.scope() != null) {
            links.add(new Link("SCOPE", input.scope()));
        }
        var id = "%s.%s.%s%d%s.%s"
                .formatted(
                        input.about(),
                        IdSyntax.slug(input.metric()),
                        IdSyntax.slug(input.comparator()) + ".",
                        value,
                        evidence.asOf() == null
                                ? ""
                                : "." + evidence.asOf().text().replace("/", "_"),
                        evidence.sourceId());
        return edit.recorded(ledger.state(
                edit.transaction(),
                edit.by(),
                NewFactBuilder.builder()
                        .id(id)
                        .labels(List.of("Figure"))
                        .properties(properties)
                        .links(links)
                        .subjectId(input.about())
                        .property(input.metric().name())
                        .evidence(evidence)
                        .value(value)
                        .comparator(input.comparator())
                        .unit(input.unit())
                        .build()));
    }

    private static long wholeNumber(double value, InputValidation checks, String field) {
        if (value < 0 || value != Math.rint(value) || value > 1e15) {
            checks.error("VALUE_INVALID", "not a whole number from 0 to 10^15", field);
        }
        return (long) value;
    }
}

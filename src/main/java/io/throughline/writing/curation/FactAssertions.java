package io.throughline.writing.curation;

import io.throughline.infra.cypher.CypherStatement;
import io.throughline.model.membership.Directness;
import io.throughline.model.membership.MembershipId;
import io.throughline.model.membership.ViaStatus;
import io.throughline.model.source.Strength;
import io.throughline.writing.curation.CurationInputs.AssertFigureInput;
import io.throughline.writing.curation.CurationInputs.AssertMembershipInput;
import io.throughline.writing.curation.CurationInputs.AssertStatementInput;
import io.throughline.writing.curation.EditRunner.Edit;
import io.throughline.writing.ledger.Ledger;
import io.throughline.writing.ledger.MembershipClaim;
import io.throughline.writing.ledger.NewFact;
import io.throughline.writing.ledger.NewFact.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What editors state. */
@Component
class FactAssertions {

    private static final CypherStatement OF_SOURCE = CypherStatement.in("curation/claims-of-source.cypher");
    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");
    private static final int LONGEST = 5_000;

    /** No things that something can be stated about. */
    private static final Set<String> NO_SUBJECTS = Set.of("Claim", "Activity", "Withdrawn", "Merged");

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
            checks.error("MEMBER_OF_ITSELF", "nothing belongs to itself", "organization");
        }
        var through = !input.via().isEmpty();
        if (through && input.evidence().strength() != Strength.STATED) {
            checks.error(
                    "ROAD_NOT_STATED",
                    "a road is recorded only where a source states it: leave out via, or say STATED",
                    "evidence",
                    "strength");
        }
        var claim = new MembershipClaim(
                input.member(),
                input.role(),
                input.organization(),
                input.via(),
                through ? ViaStatus.NAMED : input.viaStatus(),
                input.directness() == null && through ? Directness.INDIRECT : input.directness(),
                checks.date(input.validFrom(), "validFrom"),
                checks.date(input.validTo(), "validTo"),
                input.status(),
                input.post(),
                input.area(),
                input.position(),
                input.evidence().read(checks));
        checks.done();
        var said = edit.transaction()
                .run(
                        OF_SOURCE.text(),
                        Map.of("id", id, "sourceId", input.evidence().source()))
                .list(row -> row.get("id").asString());
        if (!said.isEmpty()) {
            checks.error(
                            "ALREADY_STATED",
                            "this source is recorded to say something of this membership: supersede that claim to correct it")
                    .refuseIfWrong(said.get(0));
        }
        return ClaimMutations.unlessStated(
                edit,
                ledger.record(edit.transaction(), edit.by(), List.of(claim)).get(0));
    }

    MutationResult statement(Edit edit, AssertStatementInput input) {
        var checks = new InputValidation(edit.transaction())
                .is(input.subject(), "Entity", "subject")
                .revision(input.subject(), input.expectedRevision());
        if (!PROPERTY.matcher(input.property()).matches() || input.property().equals("origin")) {
            checks.error(
                    "PROPERTY_INVALID",
                    "a property is a word of at most 60 letters, digits and _, such as classification",
                    "property");
        }
        var value = value(input.value(), checks);
        var evidence = input.evidence().read(checks);
        checks.done();
        if (checks.thing(input.subject()).labels().stream().anyMatch(NO_SUBJECTS::contains)) {
            checks.error("WRONG_KIND", "nothing can be stated about '%s'".formatted(input.subject()), "subject")
                    .refuseIfWrong(null);
        }
        return ClaimMutations.unlessStated(
                edit,
                ledger.state(
                        edit.transaction(),
                        edit.by(),
                        new NewFact(
                                input.subject(),
                                List.of(),
                                Map.of(),
                                List.of(),
                                input.subject(),
                                input.property(),
                                value,
                                input.comparator(),
                                input.unit(),
                                evidence)));
    }

    MutationResult figure(Edit edit, AssertFigureInput input) {
        var checks = new InputValidation(edit.transaction())
                .is(input.about(), "Entity", "about")
                .is(input.scope(), "Place", "scope");
        var value = whole(input.value(), checks, "value");
        var outOf = input.outOf() == null ? null : whole(input.outOf(), checks, "outOf");
        var evidence = input.evidence().read(checks);
        checks.done();
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
                        slug(input.metric()),
                        slug(input.comparator()) + ".",
                        value,
                        evidence.asOf() == null
                                ? ""
                                : "." + evidence.asOf().text().replace("/", "_"),
                        evidence.sourceId());
        return ClaimMutations.unlessStated(
                edit,
                ledger.state(
                        edit.transaction(),
                        edit.by(),
                        new NewFact(
                                id,
                                List.of("Figure"),
                                properties,
                                links,
                                input.about(),
                                input.metric().name(),
                                value,
                                input.comparator(),
                                input.unit(),
                                evidence)));
    }

    static String slug(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long whole(double value, InputValidation checks, String field) {
        if (value < 0 || value != Math.rint(value) || value > 1e15) {
            checks.error("VALUE_INVALID", "a whole number from 0 to 10^15 is expected", field);
        }
        return (long) value;
    }

    static @Nullable Object value(@Nullable Object value, InputValidation checks) {
        if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
            return number.longValue();
        }
        var texts = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        if (!texts.stream().allMatch(text -> text instanceof String)
                || texts.toString().length() > LONGEST) {
            checks.error(
                    "VALUE_INVALID",
                    "a value is a text, a whole number or a list of texts, of 5,000 characters at most",
                    "value");
            return null;
        }
        return value;
    }
}

package io.throughline.export;

import static io.throughline.export.IriFactory.ORG;
import static io.throughline.export.IriFactory.PROV;
import static io.throughline.export.IriFactory.SCHEMA;
import static io.throughline.export.IriFactory.SKOS;
import static io.throughline.export.IriFactory.TIME;
import static io.throughline.export.IriFactory.term;

import io.throughline.model.membership.Membership;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.source.Status;
import io.throughline.reference.date.PartialDate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Maps agents, memberships and sources to W3C ORG, PROV-O and schema.org, as described in {@code docs/model.md}. */
@Component
class RdfMapping {

    private static final IRI NAME = term(SCHEMA, "name");

    private final IriFactory iris;

    RdfMapping(IriFactory iris) {
        this.iris = iris;
    }

    /** The statements about the export itself and the roles. */
    List<Statement> beginning(ExportMetadata metadata) {
        var triples = new TripleWriter(iris.entity("dataset"))
                .type(term(SCHEMA, "Dataset"), term(PROV, "Entity"))
                .text(NAME, metadata.title())
                .text(term(SCHEMA, "version"), metadata.version())
                .text(term(SCHEMA, "creditText"), metadata.citation())
                .text(term(SCHEMA, "description"), metadata.note())
                .text(iris.own("query"), metadata.query())
                .add(
                        term(PROV, "generatedAtTime"),
                        IriFactory.typed(metadata.exportedAt().toString(), XSD.DATETIME));
        if (metadata.licenceUrl() != null) {
            triples.add(term(SCHEMA, "license"), IriFactory.address(metadata.licenceUrl()));
        }
        if (metadata.released() != null) {
            triples.add(term(SCHEMA, "datePublished"), IriFactory.typed(metadata.released(), XSD.DATE));
        }
        for (var role : MembershipRole.values()) {
            triples.about(role(role)).type(term(ORG, "Role")).text(term(SKOS, "prefLabel"), words(role));
        }
        return triples.statements();
    }

    /** The statements about an agent at an end of a membership. */
    List<Statement> agent(org.neo4j.driver.types.Node found) {
        var node = ExportNode.of(found);
        var triples = new TripleWriter(iris.entity(node.id()));
        switch (node.kind()) {
            case "CITY", "REGION" -> triples.type(term(ORG, "Organization"), term(SCHEMA, "GovernmentOrganization"));
            case "CAMPAIGN" -> triples.type(term(ORG, "OrganizationalCollaboration"), term(SCHEMA, "Organization"));
            default -> triples.type(term(ORG, "Organization"), term(SCHEMA, "Organization"));
        }
        triples.text(term(SKOS, "prefLabel"), node.label()).text(NAME, node.label());
        if (node.longitude() != null && node.latitude() != null) {
            var site = iris.part(node.id(), "site");
            triples.add(term(ORG, "hasSite"), site)
                    .about(site)
                    .type(term(ORG, "Site"), term(SCHEMA, "Place"))
                    .add(term(SCHEMA, "latitude"), decimal(node.latitude()))
                    .add(term(SCHEMA, "longitude"), decimal(node.longitude()));
        }
        return triples.statements();
    }

    /** The statements about a membership that no source denies, and its claims. */
    List<Statement> membership(ClaimedMembership claimed) {
        var membership = claimed.membership();
        var self = iris.entity(membership.id());
        var triples = new TripleWriter(self)
                .type(term(ORG, "Membership"), term(SCHEMA, "OrganizationRole"), term(PROV, "Entity"))
                .add(term(ORG, "member"), iris.entity(membership.memberId()))
                .add(term(ORG, "organization"), iris.entity(membership.organizationId()))
                .add(term(ORG, "role"), role(membership.role()))
                .add(term(SCHEMA, "member"), iris.entity(membership.memberId()))
                .add(term(SCHEMA, "memberOf"), iris.entity(membership.organizationId()))
                .text(term(SCHEMA, "roleName"), words(membership.role()))
                .text(iris.own("strength"), membership.strength())
                .text(iris.own("status"), membership.status())
                .text(iris.own("viaStatus"), membership.viaStatus())
                .text(iris.own("directness"), membership.directness())
                .add(iris.own("firstSeen"), date(membership.firstSeen()))
                .add(iris.own("lastSeen"), date(membership.lastSeen()));
        via(membership.viaIds(), triples);
        claimed.claims()
                .forEach(claim -> triples.add(
                        term(PROV, "wasDerivedFrom"),
                        iris.entity(String.valueOf(claim.claim().get("id")))));
        during(membership, triples);
        post(claimed, triples);
        shortcut(membership, triples);
        claimed.claims().forEach(claim -> claim(claim, triples));
        return triples.statements();
    }

    private void via(List<String> viaIds, TripleWriter triples) {
        triples.text(iris.own("viaInOrder"), viaIds.size() > 1 ? String.join(" ", viaIds) : null);
        viaIds.forEach(via -> triples.add(iris.own("via"), iris.entity(via)));
    }

    private void during(Membership membership, TripleWriter triples) {
        if (membership.validFrom() == null && membership.validTo() == null) {
            return;
        }
        var interval = iris.part(membership.id(), "during");
        triples.add(term(ORG, "memberDuring"), interval)
                .add(term(SCHEMA, "startDate"), date(membership.validFrom()))
                .add(term(SCHEMA, "endDate"), date(membership.validTo()))
                .about(interval)
                .type(term(TIME, "Interval"));
        instant(membership, "begin", "hasBeginning", membership.validFrom(), interval, triples);
        instant(membership, "end", "hasEnd", membership.validTo(), interval, triples);
    }

    private void instant(
            Membership membership,
            String part,
            String property,
            @Nullable PartialDate date,
            IRI of,
            TripleWriter triples) {
        if (date == null) {
            return;
        }
        var instant = iris.part(membership.id(), part);
        var literal = IriFactory.date(date);
        var valueProperty = switch (date.precision()) {
            case YEAR -> term(TIME, "inXSDgYear");
            case MONTH -> term(TIME, "inXSDgYearMonth");
            case DAY -> term(TIME, "inXSDDate");
            case INTERVAL -> iris.own("within");
        };
        triples.about(of)
                .add(term(TIME, property), instant)
                .about(instant)
                .type(term(TIME, "Instant"))
                .add(valueProperty, literal);
    }

    private void post(ClaimedMembership claimed, TripleWriter triples) {
        var membership = claimed.membership();
        if (membership.postId() != null) {
            triples.about(iris.entity(membership.postId()))
                    .type(term(ORG, "Post"))
                    .text(term(SKOS, "prefLabel"), claimed.postName())
                    .add(term(ORG, "postIn"), iris.entity(membership.organizationId()))
                    .add(term(ORG, "role"), role(membership.role()));
            if (membership.status() != Status.ENDED) {
                triples.add(term(ORG, "heldBy"), iris.entity(membership.memberId()));
            }
        }
    }

    /** ORG's direct relations, which have no membership and so no time: only for what has not ended. */
    private void shortcut(Membership membership, TripleWriter triples) {
        if (membership.status() == Status.ENDED || membership.validTo() != null) {
            return;
        }
        var organization = iris.entity(membership.organizationId());
        triples.about(iris.entity(membership.memberId()));
        switch (membership.role()) {
            case SECTION -> triples.add(term(ORG, "subOrganizationOf"), organization);
            case COLLABORATOR, SIBLING -> triples.add(term(ORG, "linkedTo"), organization);
            default -> {}
        }
    }

    private void claim(ClaimedMembership.Claimed claimed, TripleWriter triples) {
        var claim = claimed.claim();
        triples.about(iris.entity(String.valueOf(claim.get("id"))))
                .type(term(PROV, "Entity"), term(SCHEMA, "Claim"))
                .text(term(SCHEMA, "text"), claim.get("printed"))
                .text(term(SCHEMA, "comment"), claim.get("note"))
                .text(iris.own("locator"), claim.get("locator"))
                .text(iris.own("rank"), claim.get("rank"))
                .text(iris.own("strength"), claim.get("strength"))
                .add(iris.own("asOf"), date(claim.get("asOf")))
                .add(iris.own("validFrom"), date(claimed.stated().get("validFrom")))
                .add(iris.own("validTo"), date(claimed.stated().get("validTo")))
                .text(iris.own("status"), claimed.stated().get("status"))
                .text(iris.own("viaStatus"), claimed.stated().get("viaStatus"))
                .text(iris.own("directness"), claimed.stated().get("directness"))
                .add(iris.own("post"), entity(claimed.stated().get("postId")))
                .add(iris.own("area"), entity(claimed.stated().get("areaId")));
        if (claimed.stated().get("position") instanceof Number position) {
            triples.add(iris.own("position"), IriFactory.typed(position.toString(), XSD.INTEGER));
        }
        if (claimed.stated().get("viaIds") instanceof List<?> viaIds) {
            via(viaIds.stream().map(String::valueOf).toList(), triples);
        }
        if (claim.get("recordedAt") != null) {
            triples.add(
                    term(PROV, "generatedAtTime"),
                    IriFactory.typed(String.valueOf(claim.get("recordedAt")), XSD.DATETIME));
        }
        if (claimed.source().get("id") instanceof String source) {
            triples.add(term(PROV, "hadPrimarySource"), iris.entity(source))
                    .add(term(PROV, "wasDerivedFrom"), iris.entity(source));
        }
    }

    /** The statements about a source, from what a claim knows of it. */
    List<Statement> source(Map<String, Object> source) {
        var triples = new TripleWriter(iris.entity(String.valueOf(source.get("id"))))
                .type(term(PROV, "Entity"), term(SCHEMA, "CreativeWork"))
                .text(NAME, source.get("title"))
                .text(term(SCHEMA, "creditText"), source.get("attribution"))
                .text(iris.own("licence"), source.get("licence"))
                .add(term(SCHEMA, "datePublished"), date(source.get("statedAt")))
                .add(iris.own("retrievedAt"), date(source.get("retrievedAt")));
        if (source.get("url") instanceof String url) {
            triples.add(term(SCHEMA, "url"), IriFactory.address(url));
        }
        if (source.get("licenceUrl") instanceof String url) {
            triples.add(term(SCHEMA, "license"), IriFactory.address(url));
        }
        if (source.get("publisherId") instanceof String publisher) {
            triples.add(term(SCHEMA, "publisher"), iris.entity(publisher));
        }
        return triples.statements();
    }

    private static Literal decimal(double number) {
        return IriFactory.typed(BigDecimal.valueOf(number).toPlainString(), XSD.DECIMAL);
    }

    private IRI role(MembershipRole role) {
        return iris.own("role/" + role.name().toLowerCase(Locale.ROOT));
    }

    private static String words(MembershipRole role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private @Nullable IRI entity(@Nullable Object id) {
        return id == null ? null : iris.entity(id.toString());
    }

    private static @Nullable Literal date(@Nullable Object text) {
        return text == null
                ? null
                : IriFactory.date(text instanceof PartialDate date ? date : PartialDate.parse(text.toString()));
    }
}

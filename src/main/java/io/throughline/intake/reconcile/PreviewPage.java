package io.throughline.intake.reconcile;

import static java.util.stream.Collectors.joining;

import io.throughline.intake.reconcile.AgentProperty.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** A small page about an agent, to be shown in a frame. It has no scripts and no links, so it can do no harm there. */
@Component
class PreviewPage {

    private static final int MAX_MEMBERSHIPS = 6;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s</title>
            <style>body { font: 13px/1.4 sans-serif; margin: 8px } h1 { font-size: 16px; margin: 0 } ul { padding-left: 18px; margin: 4px 0 }</style>
            </head>
            <body><h1>%1$s</h1>
            %2$s
            </body>
            </html>
            """;

    private final AgentDocuments documents;
    private final AgentSummaryQueries summaries;
    private final GazetteerAgents gazetteer;

    PreviewPage(AgentDocuments documents, AgentSummaryQueries summaries, GazetteerAgents gazetteer) {
        this.documents = documents;
        this.summaries = summaries;
        this.gazetteer = gazetteer;
    }

    /** The page about what has this id; empty if nothing does. */
    Optional<String> of(String id) {
        var added = gazetteer.find(List.of(id));
        var place = added.places().get(id);
        if (place != null) {
            return Optional.of(page(
                    place.path("name").asString(),
                    Stream.of(
                            "<p>In the gazetteer, not in Throughline yet: it has no Throughline id, and nothing is recorded"
                                    + " about it here. That does not mean that it has no memberships.</p>",
                            facts(place))));
        }
        var agentId = added.agentIds().getOrDefault(id, id);
        var agent = documents
                .agents(List.of(agentId), Set.of(Part.IDENTIFIERS, Part.MEMBERSHIPS), "")
                .get(agentId);
        if (agent == null) {
            return Optional.empty();
        }
        var summary = summaries.byId(List.of(agent.path("id").asString())).values().stream()
                .map(AgentSummary::description)
                .findFirst()
                .orElse("");
        return Optional.of(
                page(agent.path("name").asString(), Stream.of(paragraph(summary), facts(agent), memberships(agent))));
    }

    private static String page(String title, Stream<String> parts) {
        return PAGE.formatted(HtmlUtils.htmlEscape(title), parts.collect(joining("\n")));
    }

    private static String facts(JsonNode agent) {
        var population = agent.path("population");
        return paragraph(Stream.concat(
                        Stream.of(
                                "id " + agent.path("id").asString("none yet"),
                                population.isNumber()
                                        ? String.format(Locale.ENGLISH, "%,d inhabitants", population.asLong())
                                        : ""),
                        agent.path("identifiers")
                                .valueStream()
                                .map(identifier -> identifier.path("scheme").asString() + " "
                                        + identifier.path("value").asString()))
                .filter(fact -> !fact.isEmpty())
                .collect(joining("; ")));
    }

    private static String memberships(JsonNode agent) {
        if (!agent.has("memberships")) {
            return "";
        }
        var lines = agent.path("memberships")
                .path("nodes")
                .valueStream()
                .map(MembershipText::line)
                .toList();
        if (lines.isEmpty()) {
            return paragraph("No membership recorded. That does not mean that it has none.");
        }
        var more = lines.size() - MAX_MEMBERSHIPS;
        return Stream.concat(
                        lines.stream().limit(MAX_MEMBERSHIPS),
                        more > 0 ? Stream.of("%d more".formatted(more)) : Stream.of())
                .map(line -> "<li>" + HtmlUtils.htmlEscape(line) + "</li>")
                .collect(joining("\n", "<ul>", "</ul>"));
    }

    private static String paragraph(String text) {
        return "<p>" + HtmlUtils.htmlEscape(text) + "</p>";
    }
}

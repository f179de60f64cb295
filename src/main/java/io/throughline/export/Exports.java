package io.throughline.export;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.connection.BadArgument;
import io.throughline.cypher.Deadline;
import io.throughline.membership.MembershipRole;
import io.throughline.membership.MembershipSelection;
import io.throughline.networkmap.Maps;
import io.throughline.networkmap.MembershipShape;
import io.throughline.overlap.AskedMembers;
import io.throughline.overlap.Incidences;
import io.throughline.panel.Panels;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Brings selections and formats together. */
@Component
class Exports {

    /**
     * What is asked for.
     *
     * @param rowsGiven whether {@code maxRows} was given; a matrix without it has no bound
     * @param commented whether a format without a place for it begins with what is said about the data
     */
    record Asked(Selection.File file, DataFetchingEnvironment arguments, boolean rowsGiven, boolean commented) {}

    /** Writes the rows of a table below its names. */
    @FunctionalInterface
    private interface TableRows {
        void write(Cells cells) throws IOException;
    }

    private final Maps maps;
    private final MembershipReads memberships;
    private final Incidences incidences;
    private final Panels panels;
    private final RdfMapping mapping;
    private final Iris iris;
    private final JsonMapper json;

    Exports(
            Maps maps,
            MembershipReads memberships,
            Incidences incidences,
            Panels panels,
            RdfMapping mapping,
            Iris iris,
            JsonMapper json) {
        this.maps = maps;
        this.memberships = memberships;
        this.incidences = incidences;
        this.panels = panels;
        this.mapping = mapping;
        this.iris = iris;
        this.json = json;
    }

    /**
     * The body that is asked for. Arguments are looked at here, rows are read only when it is written.
     *
     * @throws io.throughline.connection.BadArgument if an argument cannot be used
     */
    Body of(Asked asked, Header header, Deadline deadline) {
        return switch (asked.file().selection()) {
            case GRAPH -> of(map(asked.arguments()), asked, header);
            case MEMBERSHIPS -> ofMemberships(asked, header, deadline);
            case INCIDENCE -> ofIncidence(asked, header, deadline);
            case PANEL -> ofPanel(asked, header);
        };
    }

    private Body ofMemberships(Asked asked, Header header, Deadline deadline) {
        var selection = MembershipSelection.of(asked.arguments());
        memberships.check(selection);
        var content = new MembershipContent(memberships, selection, deadline);
        return switch (asked.file().format()) {
            case JSON_LINES ->
                out -> {
                    var lines = new JsonLinesWriting(out, json);
                    if (asked.commented()) {
                        lines.header(header.noting(content.note()));
                    }
                    memberships.claimed(selection, true, deadline, lines::membership);
                };
            case TURTLE ->
                out -> rdf(RdfWriting.turtle(out, mapping, iris), header.noting(content.note()), selection, deadline);
            case JSON_LD ->
                out -> rdf(
                        RdfWriting.jsonLd(generator(out), mapping, iris),
                        header.noting(content.note()),
                        selection,
                        deadline);
            default -> of(content, asked, header);
        };
    }

    private void rdf(RdfWriting rdf, Header header, MembershipSelection selection, Deadline deadline)
            throws IOException {
        rdf.begin(header);
        memberships.ends(selection, false, deadline, rdf::agent);
        memberships.claimed(selection, false, deadline, rdf::membership);
        rdf.end();
    }

    private Body of(GraphContent content, Asked asked, Header header) {
        var noted = header.noting(content.note());
        if (asked.file().format() == Format.METADATA) {
            return metadata(noted);
        }
        return out -> {
            var writing = writing(asked, out);
            writing.begin(noted);
            if (writing.wantsNodes()) {
                content.nodes(writing::node);
            }
            writing.nodesDone();
            if (writing.wantsEdges()) {
                content.edges(asked.file().format() == Format.GEOJSON, writing::edge);
            }
            writing.end();
        };
    }

    private GraphWriting writing(Asked asked, OutputStream out) throws IOException {
        return switch (asked.file().format()) {
            case GEXF -> new GexfWriting(out);
            case GRAPHML -> new GraphMlWriting(out);
            case EDGES -> new EdgeCsvWriting(new Cells(out), asked.commented());
            case NODES -> new NodeCsvWriting(new Cells(out), asked.commented());
            case NODE_LINK -> new NodeLinkWriting(generator(out));
            case CYJS -> new CyjsWriting(generator(out));
            case GEOJSON -> new GeoJsonWriting(generator(out));
            default ->
                throw new IllegalStateException(
                        "No graph is written as " + asked.file().format());
        };
    }

    private DrawnMap map(DataFetchingEnvironment arguments) {
        List<String> roots = Objects.requireNonNull(arguments.getArgument("roots"));
        List<String> roles = arguments.getArgument("roles");
        String shape = arguments.getArgument("membershipsAs");
        return new DrawnMap(maps.draw(
                roots,
                arguments.getArgument("depth"),
                roles == null
                        ? null
                        : roles.stream().map(MembershipRole::valueOf).toList(),
                shape == null ? null : MembershipShape.valueOf(shape),
                arguments.getArgument("mergeParallel"),
                arguments.getArgument("minShared"),
                arguments.getArgument("asOf"),
                arguments.getArgument("maxNodes")));
    }

    private Body ofIncidence(Asked asked, Header header, Deadline deadline) {
        var arguments = asked.arguments();
        List<String> organizations = Objects.requireNonNull(arguments.getArgument("organizations"));
        @Nullable List<String> members = arguments.getArgument("members");
        @Nullable Map<String, Object> where = arguments.getArgument("where");
        incidences.check(organizations);
        var some = members == null && !asked.rowsGiven()
                ? null
                : incidences.of(
                        organizations, members, where, arguments.getArgument("maxRows"), arguments.getArgument("asOf"));
        return table(asked, header.noting(MatrixWriting.NOTE), MatrixWriting.columns(organizations), cells -> {
            var matrix = new MatrixWriting(cells);
            if (some == null) {
                incidences.each(
                        organizations,
                        where == null ? Map.of() : where,
                        arguments.getArgument("asOf"),
                        deadline,
                        matrix::row);
            } else {
                for (var row : some.rows()) {
                    matrix.row(row);
                }
            }
        });
    }

    private Body ofPanel(Asked asked, Header header) {
        var arguments = asked.arguments();
        List<String> organizations = Objects.requireNonNull(arguments.getArgument("organizations"));
        var panel = panels.of(
                organizations,
                arguments.getArgument("members"),
                arguments.getArgument("where"),
                Objects.requireNonNull(arguments.<Integer>getArgument("from")),
                Objects.requireNonNull(arguments.<Integer>getArgument("to")),
                asked.rowsGiven() ? arguments.getArgument("maxRows") : AskedMembers.MOST_ROWS,
                true);
        if (panel.cutOff() && !asked.rowsGiven()) {
            throw new BadArgument(
                    "organizations",
                    organizations,
                    "fewer organizations, or members that where names: there are %d rows, and at most %d are given"
                            .formatted(panel.totalCount(), AskedMembers.MOST_ROWS));
        }
        return table(asked, header.noting(PanelWriting.NOTE), PanelWriting.COLUMNS, cells -> {
            var writing = new PanelWriting(cells);
            for (var row : panel.rows()) {
                writing.row(row);
            }
        });
    }

    private Body table(Asked asked, Header header, List<String> columns, TableRows rows) {
        if (asked.file().format() == Format.METADATA) {
            return metadata(header);
        }
        return out -> {
            var cells = new Cells(out);
            cells.begin(asked.commented() ? header.text() : null, columns);
            rows.write(cells);
            cells.end();
        };
    }

    private Body metadata(Header header) {
        return out -> out.write(json.writeValueAsBytes(header.values()));
    }

    private JsonGenerator generator(OutputStream out) {
        return json.createGenerator(out);
    }
}

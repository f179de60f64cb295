package io.throughline.export;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.analysis.networkmap.GraphViewService;
import io.throughline.analysis.networkmap.MembershipShape;
import io.throughline.analysis.overlap.IncidenceService;
import io.throughline.analysis.overlap.MemberSelection;
import io.throughline.analysis.panel.PanelService;
import io.throughline.graphql.connection.InvalidArgumentException;
import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.model.membership.MembershipRole;
import io.throughline.model.membership.MembershipSelection;
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
class ExportCatalog {

    /**
     * What is asked for.
     *
     * @param rowsGiven whether {@code maxRows} was given; a matrix without it has no bound
     * @param commented whether a format without a place for it begins with what is said about the data
     */
    record Asked(ExportSelection.File file, DataFetchingEnvironment arguments, boolean rowsGiven, boolean commented) {}

    /** Writes the rows of a table below its names. */
    @FunctionalInterface
    private interface TableRows {
        void write(CsvTable cells) throws IOException;
    }

    private final GraphViewService maps;
    private final MembershipStreamReader memberships;
    private final IncidenceService incidences;
    private final PanelService panels;
    private final RdfMapping mapping;
    private final IriFactory iris;
    private final JsonMapper json;

    ExportCatalog(
            GraphViewService maps,
            MembershipStreamReader memberships,
            IncidenceService incidences,
            PanelService panels,
            RdfMapping mapping,
            IriFactory iris,
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
     * @throws io.throughline.graphql.connection.InvalidArgumentException if an argument cannot be used
     */
    ExportBody of(Asked asked, ExportMetadata header, RequestDeadline deadline) {
        return switch (asked.file().selection()) {
            case GRAPH -> of(map(asked.arguments()), asked, header);
            case MEMBERSHIPS -> ofMemberships(asked, header, deadline);
            case INCIDENCE -> ofIncidence(asked, header, deadline);
            case PANEL -> ofPanel(asked, header);
        };
    }

    private ExportBody ofMemberships(Asked asked, ExportMetadata header, RequestDeadline deadline) {
        var selection = MembershipSelection.of(asked.arguments());
        memberships.check(selection);
        var content = new MembershipContent(memberships, selection, deadline);
        return switch (asked.file().format()) {
            case JSON_LINES ->
                out -> {
                    var lines = new JsonLinesWriter(out, json);
                    if (asked.commented()) {
                        lines.header(header.noting(content.note()));
                    }
                    memberships.claimed(selection, true, deadline, lines::membership);
                };
            case TURTLE ->
                out -> rdf(
                        MembershipRdfWriter.turtle(out, mapping, iris),
                        header.noting(content.note()),
                        selection,
                        deadline);
            case JSON_LD ->
                out -> rdf(
                        MembershipRdfWriter.jsonLd(generator(out), mapping, iris),
                        header.noting(content.note()),
                        selection,
                        deadline);
            default -> of(content, asked, header);
        };
    }

    private void rdf(
            MembershipRdfWriter rdf, ExportMetadata header, MembershipSelection selection, RequestDeadline deadline)
            throws IOException {
        rdf.begin(header);
        memberships.ends(selection, false, deadline, rdf::agent);
        memberships.claimed(selection, false, deadline, rdf::membership);
        rdf.end();
    }

    private ExportBody of(GraphContent content, Asked asked, ExportMetadata header) {
        var noted = header.noting(content.note());
        if (asked.file().format() == ExportFormat.METADATA) {
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
                content.edges(asked.file().format() == ExportFormat.GEOJSON, writing::edge);
            }
            writing.end();
        };
    }

    private GraphFormatWriter writing(Asked asked, OutputStream out) throws IOException {
        return switch (asked.file().format()) {
            case GEXF -> new GexfWriter(out);
            case GRAPHML -> new GraphMlWriter(out);
            case EDGES -> new EdgeListCsvWriter(new CsvTable(out), asked.commented());
            case NODES -> new NodeListCsvWriter(new CsvTable(out), asked.commented());
            case NODE_LINK -> new NodeLinkWriter(generator(out));
            case CYJS -> new CyjsWriter(generator(out));
            case GEOJSON -> new GeoJsonWriter(generator(out));
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

    private ExportBody ofIncidence(Asked asked, ExportMetadata header, RequestDeadline deadline) {
        var arguments = asked.arguments();
        List<String> organizations = Objects.requireNonNull(arguments.getArgument("organizations"));
        @Nullable List<String> members = arguments.getArgument("members");
        @Nullable Map<String, Object> where = arguments.getArgument("where");
        incidences.check(organizations);
        var some = members == null && !asked.rowsGiven()
                ? null
                : incidences.of(
                        organizations, members, where, arguments.getArgument("maxRows"), arguments.getArgument("asOf"));
        return table(asked, header.noting(MatrixCsvWriter.NOTE), MatrixCsvWriter.columns(organizations), cells -> {
            var matrix = new MatrixCsvWriter(cells);
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

    private ExportBody ofPanel(Asked asked, ExportMetadata header) {
        var arguments = asked.arguments();
        List<String> organizations = Objects.requireNonNull(arguments.getArgument("organizations"));
        var panel = panels.of(
                organizations,
                arguments.getArgument("members"),
                arguments.getArgument("where"),
                Objects.requireNonNull(arguments.<Integer>getArgument("from")),
                Objects.requireNonNull(arguments.<Integer>getArgument("to")),
                asked.rowsGiven() ? arguments.getArgument("maxRows") : MemberSelection.MOST_ROWS,
                true);
        if (panel.cutOff() && !asked.rowsGiven()) {
            throw new InvalidArgumentException(
                    "organizations",
                    organizations,
                    "fewer organizations, or members that where names: there are %d rows, and at most %d are given"
                            .formatted(panel.totalCount(), MemberSelection.MOST_ROWS));
        }
        return table(asked, header.noting(PanelCsvWriter.NOTE), PanelCsvWriter.COLUMNS, cells -> {
            var writing = new PanelCsvWriter(cells);
            for (var row : panel.rows()) {
                writing.row(row);
            }
        });
    }

    private ExportBody table(Asked asked, ExportMetadata header, List<String> columns, TableRows rows) {
        if (asked.file().format() == ExportFormat.METADATA) {
            return metadata(header);
        }
        return out -> {
            var cells = new CsvTable(out);
            cells.begin(asked.commented() ? header.text() : null, columns);
            rows.write(cells);
            cells.end();
        };
    }

    private ExportBody metadata(ExportMetadata header) {
        return out -> out.write(json.writeValueAsBytes(header.values()));
    }

    private JsonGenerator generator(OutputStream out) {
        return json.createGenerator(out);
    }
}

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

/** Creates the body of an export from its selection and format. */
@Component
class ExportCatalog {

    /** Writes the rows of a table below its header. */
    @FunctionalInterface
    private interface TableRows {
        void write(CsvTable table) throws IOException;
    }

    private final GraphViewService maps;
    private final MembershipStreamReader memberships;
    private final ExportMetadataQueries sources;
    private final IncidenceService incidences;
    private final PanelService panels;
    private final RdfMapping mapping;
    private final IriFactory iris;
    private final JsonMapper json;

    ExportCatalog(
            GraphViewService maps,
            MembershipStreamReader memberships,
            ExportMetadataQueries sources,
            IncidenceService incidences,
            PanelService panels,
            RdfMapping mapping,
            IriFactory iris,
            JsonMapper json) {
        this.maps = maps;
        this.memberships = memberships;
        this.sources = sources;
        this.incidences = incidences;
        this.panels = panels;
        this.mapping = mapping;
        this.iris = iris;
        this.json = json;
    }

    /**
     * Creates the requested body. Validates arguments here; reads rows only when the body is written.
     *
     * @throws io.throughline.graphql.connection.InvalidArgumentException if an argument is invalid
     */
    ExportBody of(ExportRequest request, ExportMetadata metadata, RequestDeadline deadline) {
        return switch (request.file().selection()) {
            case GRAPH -> of(map(request.arguments()), request, metadata);
            case MEMBERSHIPS -> ofMemberships(request, metadata, deadline);
            case INCIDENCE -> ofIncidence(request, metadata, deadline);
            case PANEL -> ofPanel(request, metadata);
        };
    }

    private ExportBody ofMemberships(ExportRequest request, ExportMetadata metadata, RequestDeadline deadline) {
        var selection = MembershipSelection.of(request.arguments());
        memberships.check(selection);
        var content = new MembershipContent(memberships, selection, deadline);
        return switch (request.file().format()) {
            case JSON_LINES ->
                out -> {
                    var lines = new JsonLinesWriter(out, json);
                    if (request.commented()) {
                        lines.header(metadata.noting(content.note()));
                    }
                    memberships.claimed(selection, true, deadline, lines::membership);
                };
            case TURTLE ->
                out -> rdf(
                        MembershipRdfWriter.turtle(out, mapping, iris),
                        metadata.noting(content.note()),
                        selection,
                        deadline);
            case JSON_LD ->
                out -> rdf(
                        MembershipRdfWriter.jsonLd(generator(out), mapping, iris),
                        metadata.noting(content.note()),
                        selection,
                        deadline);
            default -> of(content, request, metadata);
        };
    }

    private void rdf(
            MembershipRdfWriter rdf, ExportMetadata metadata, MembershipSelection selection, RequestDeadline deadline)
            throws IOException {
        rdf.begin(metadata);
        memberships.ends(selection, false, deadline, rdf::agent);
        memberships.claimed(selection, false, deadline, rdf::membership);
        rdf.end();
    }

    private ExportBody of(GraphContent content, ExportRequest request, ExportMetadata metadata) {
        var noted = metadata.noting(content.note());
        if (request.file().format() == ExportFormat.METADATA) {
            return metadata(noted);
        }
        return out -> {
            var writer = writer(request, out);
            writer.begin(noted);
            if (writer.wantsNodes()) {
                content.nodes(writer::node);
            }
            writer.nodesDone();
            if (writer.wantsEdges()) {
                content.edges(request.file().format() == ExportFormat.GEOJSON, writer::edge);
            }
            writer.end();
        };
    }

    private GraphFormatWriter writer(ExportRequest request, OutputStream out) throws IOException {
        return switch (request.file().format()) {
            case GEXF -> new GexfWriter(out);
            case GRAPHML -> new GraphMlWriter(out);
            case EDGES -> new EdgeListCsvWriter(new CsvTable(out), request.commented());
            case NODES -> new NodeListCsvWriter(new CsvTable(out), request.commented());
            case NODE_LINK -> new NodeLinkWriter(generator(out));
            case CYJS -> new CyjsWriter(generator(out));
            case GEOJSON -> new GeoJsonWriter(generator(out));
            default ->
                throw new IllegalStateException(
                        "Not a graph format: " + request.file().format());
        };
    }

    private DrawnMap map(DataFetchingEnvironment arguments) {
        List<String> roots = Objects.requireNonNull(arguments.getArgument("roots"));
        List<String> roles = arguments.getArgument("roles");
        String shape = arguments.getArgument("membershipsAs");
        return new DrawnMap(
                maps.draw(
                        roots,
                        arguments.getArgument("depth"),
                        roles == null
                                ? null
                                : roles.stream().map(MembershipRole::valueOf).toList(),
                        shape == null ? null : MembershipShape.valueOf(shape),
                        arguments.getArgument("mergeParallel"),
                        arguments.getArgument("minShared"),
                        arguments.getArgument("asOf"),
                        arguments.getArgument("maxNodes")),
                sources.titlesOfSources());
    }

    private ExportBody ofIncidence(ExportRequest request, ExportMetadata metadata, RequestDeadline deadline) {
        var arguments = request.arguments();
        List<String> organizations = Objects.requireNonNull(arguments.getArgument("organizations"));
        @Nullable List<String> members = arguments.getArgument("members");
        @Nullable Map<String, Object> where = arguments.getArgument("where");
        incidences.check(organizations);
        var limited = members == null && !request.rowsGiven()
                ? null
                : incidences.of(
                        organizations, members, where, arguments.getArgument("maxRows"), arguments.getArgument("asOf"));
        return table(request, metadata.noting(MatrixCsvWriter.NOTE), MatrixCsvWriter.columns(organizations), table -> {
            var matrix = new MatrixCsvWriter(table);
            if (limited == null) {
                incidences.each(
                        organizations,
                        where == null ? Map.of() : where,
                        arguments.getArgument("asOf"),
                        deadline,
                        matrix::row);
            } else {
                for (var row : limited.rows()) {
                    matrix.row(row);
                }
            }
        });
    }

    private ExportBody ofPanel(ExportRequest request, ExportMetadata metadata) {
        var arguments = request.arguments();
        List<String> organizations = Objects.requireNonNull(arguments.getArgument("organizations"));
        var panel = panels.of(
                organizations,
                arguments.getArgument("members"),
                arguments.getArgument("where"),
                Objects.requireNonNull(arguments.<Integer>getArgument("fromYear")),
                Objects.requireNonNull(arguments.<Integer>getArgument("toYear")),
                request.rowsGiven() ? arguments.getArgument("maxRows") : MemberSelection.MAX_ROWS,
                true);
        if (panel.cutOff() && !request.rowsGiven()) {
            throw new InvalidArgumentException(
                    "organizations",
                    organizations,
                    "fewer organizations, or a filter in where: there are %d rows (limit %d)"
                            .formatted(panel.totalCount(), MemberSelection.MAX_ROWS));
        }
        return table(request, metadata.noting(PanelCsvWriter.NOTE), PanelCsvWriter.COLUMNS, table -> {
            var writer = new PanelCsvWriter(table);
            for (var row : panel.rows()) {
                writer.row(row);
            }
        });
    }

    private ExportBody table(ExportRequest request, ExportMetadata metadata, List<String> columns, TableRows rows) {
        if (request.file().format() == ExportFormat.METADATA) {
            return metadata(metadata);
        }
        return out -> {
            var table = new CsvTable(out);
            table.begin(request.commented() ? metadata.text() : null, columns);
            rows.write(table);
            table.end();
        };
    }

    private ExportBody metadata(ExportMetadata metadata) {
        return out -> out.write(json.writeValueAsBytes(metadata.values()));
    }

    private JsonGenerator generator(OutputStream out) {
        return json.createGenerator(out);
    }
}

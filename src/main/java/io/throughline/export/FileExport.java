package io.throughline.export;

import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.limit.RequestLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes exports without HTTP. */
@Component
public class FileExport {

    private final ExportArguments arguments;
    private final ExportMetadataQueries metadataQueries;
    private final ExportCatalog exports;
    private final RequestLimits limits;

    FileExport(
            ExportArguments arguments,
            ExportMetadataQueries metadataQueries,
            ExportCatalog exports,
            RequestLimits limits) {
        this.arguments = arguments;
        this.metadataQueries = metadataQueries;
        this.exports = exports;
        this.limits = limits;
    }

    /**
     * Writes an export.
     *
     * @param name selection and format, e.g. {@code memberships.jsonl}
     * @param given the parameters, as for a download
     * @throws RuntimeException with a message for people if there is no such export or a parameter is invalid
     */
    public void write(String name, Map<String, List<String>> given, OutputStream out) throws IOException {
        var request = ExportRequest.read(name, given, arguments);
        exports.of(request, metadataQueries.of(request.query()), RequestDeadline.in(limits.exportTime()))
                .write(out);
    }
}

package io.throughline.export;

import io.throughline.infra.cypher.RequestDeadline;
import io.throughline.infra.limit.RequestLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Exports without HTTP. */
@Component
public class FileExport {

    private final ExportArguments arguments;
    private final ExportMetadataQueries headers;
    private final ExportCatalog exports;
    private final RequestLimits limits;

    FileExport(ExportArguments arguments, ExportMetadataQueries headers, ExportCatalog exports, RequestLimits limits) {
        this.arguments = arguments;
        this.headers = headers;
        this.exports = exports;
        this.limits = limits;
    }

    /**
     * Writes an export.
     *
     * @param name selection and format, e.g. {@code memberships.jsonl}
     * @param given the parameters of the download
     * @throws RuntimeException with a message for people, if there is no such export or a parameter cannot be used
     */
    public void write(String name, Map<String, List<String>> given, OutputStream out) throws IOException {
        var file = ExportSelection.File.named(name);
        var parameters = new HashMap<>(given);
        var commented = ExportEndpoint.commented(file, parameters);
        var asked = new ExportCatalog.Asked(
                file, arguments.read(file.selection(), parameters), parameters.containsKey("maxRows"), commented);
        exports.of(asked, headers.of(ExportEndpoint.query(file, parameters)), RequestDeadline.in(limits.exportTime()))
                .write(out);
    }
}

package io.throughline.export;

import graphql.schema.DataFetchingEnvironment;
import io.throughline.graphql.connection.InvalidArgumentException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.UriUtils;

/**
 * A validated request for an export.
 *
 * @param rowsGiven whether {@code maxRows} is given; without it, a matrix is not limited
 * @param commented whether a format without a place for metadata starts with it as comments
 * @param query the file name with the parameters in order of name, without {@code header}
 */
record ExportRequest(
        ExportSelection.File file,
        DataFetchingEnvironment arguments,
        boolean rowsGiven,
        boolean commented,
        String query) {

    /**
     * Reads a request.
     *
     * @param name selection and format, e.g. {@code memberships.jsonl}
     * @param given the parameters by name
     * @throws io.throughline.graphql.http.HttpProblemException if there is no such export
     * @throws InvalidArgumentException if a parameter is unknown or invalid
     */
    static ExportRequest read(String name, Map<String, List<String>> given, ExportArguments arguments) {
        var file = ExportSelection.File.named(name);
        var parameters = new HashMap<>(given);
        var commented = commented(file, parameters);
        return new ExportRequest(
                file,
                arguments.read(file.selection(), parameters),
                parameters.containsKey("maxRows"),
                commented,
                query(file, parameters));
    }

    private static boolean commented(ExportSelection.File file, Map<String, List<String>> parameters) {
        var values = file.format().isBare() ? parameters.remove("header") : null;
        if (values == null) {
            return false;
        }
        if (!values.equals(List.of("true")) && !values.equals(List.of("false"))) {
            throw new InvalidArgumentException("header", String.join(",", values), "true or false");
        }
        return values.get(0).equals("true");
    }

    private static String query(ExportSelection.File file, Map<String, List<String>> parameters) {
        var text = new StringBuilder(file.name());
        new TreeMap<>(parameters)
                .forEach((name, values) -> values.forEach(value -> text.append(text.indexOf("?") < 0 ? '?' : '&')
                        .append(encoded(name))
                        .append('=')
                        .append(encoded(value))));
        return text.toString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}

package io.throughline.export;

import static java.util.stream.Collectors.joining;

import io.throughline.graphql.http.HttpProblemException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** What can be exported: the result of a field of the schema, requested with the arguments of that field. */
enum ExportSelection {
    GRAPH(EnumSet.range(ExportFormat.GEXF, ExportFormat.GEOJSON), Set.of()),
    MEMBERSHIPS(
            EnumSet.range(ExportFormat.GEXF, ExportFormat.JSON_LD),
            // an export is complete and in order of id
            Set.of("first", "after", "last", "before", "orderBy")),
    INCIDENCE(EnumSet.of(ExportFormat.CSV), Set.of()),
    PANEL(EnumSet.of(ExportFormat.CSV), Set.of());

    @SuppressWarnings("ImmutableEnumChecker") // nothing changes it
    private final Set<ExportFormat> formats;

    @SuppressWarnings("ImmutableEnumChecker") // a Set.of is immutable
    private final Set<String> leftOut;

    ExportSelection(Set<ExportFormat> formats, Set<String> leftOut) {
        this.formats = formats;
        this.leftOut = leftOut;
    }

    /** A selection in a format, as given by a file name. */
    record File(ExportSelection selection, ExportFormat format) {

        /**
         * Parses a name such as {@code memberships.edges.csv}.
         *
         * @throws HttpProblemException if there is no such export; the message lists the available ones
         */
        static File named(String name) {
            return all().filter(file -> file.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new HttpProblemException(
                            HttpStatus.NOT_FOUND,
                            "NOT_FOUND",
                            "no such export; available: "
                                    + all().map(File::name).collect(joining(", "))));
        }

        String name() {
            return selection.field() + "." + format.extension();
        }

        private static Stream<File> all() {
            return Stream.of(values())
                    .flatMap(selection -> Stream.concat(selection.formats.stream(), Stream.of(ExportFormat.METADATA))
                            .map(format -> new File(selection, format)));
        }
    }

    /** The field of the schema that takes the same arguments. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an argument of the field applies to exports. */
    boolean takes(String argument) {
        return !leftOut.contains(argument);
    }
}

package io.throughline.intake.mapping;

import io.throughline.ListFiles;
import io.throughline.intake.tabular.FileFinding;
import io.throughline.intake.tabular.PublishedFile;
import io.throughline.intake.tabular.ReadOptions;
import io.throughline.intake.tabular.TableRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads published lists with the built-in mappings. */
final class MappedLists {

    /** A row and its interpretation. */
    record Read(TableRow row, InterpretedRow interpreted) {}

    private MappedLists() {}

    /** The names of all built-in mappings, in order. */
    static List<String> names() {
        try (var files = Files.list(Path.of("src", "main", "resources", "mappings"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The built-in mapping with this name. */
    static Mapping mapping(String name) {
        return Mapping.read(text(name), name + ".yaml");
    }

    static String text(String name) {
        try (var stream = MappedLists.class.getResourceAsStream("/mappings/%s.yaml".formatted(name))) {
            if (stream == null) {
                throw new IllegalArgumentException("no mapping " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every row of a complete list, interpreted with its mapping. */
    static List<Read> read(String name, String file) throws Exception {
        return read(name, ListFiles.complete(file));
    }

    /** Every row of a list, interpreted with its mapping. */
    static List<Read> read(String name, Path path) throws Exception {
        var mapping = mapping(name);
        var all = new ArrayList<Read>();
        try (var published = PublishedFile.open(path, path.getFileName().toString(), ReadOptions.detect());
                var lines = published.lines()) {
            mapping.requireColumns(published.header());
            lines.forEach(line -> {
                var row = (TableRow) line;
                all.add(new Read(row, mapping.interpret(row)));
            });
        }
        return all;
    }

    /** All stated memberships. */
    static Stream<StatedMembership> stated(List<Read> rows) {
        return rows.stream()
                .map(Read::interpreted)
                .filter(InterpretedRow.Stated.class::isInstance)
                .flatMap(stated -> ((InterpretedRow.Stated) stated).memberships().stream());
    }

    /** All findings, about stated and refused rows. */
    static Stream<FileFinding> findings(List<Read> rows) {
        return rows.stream().map(Read::interpreted).flatMap(interpreted -> {
            if (interpreted instanceof InterpretedRow.Stated stated) {
                return stated.findings().stream();
            }
            return interpreted instanceof InterpretedRow.Refused refused ? refused.findings().stream() : Stream.empty();
        });
    }

    /** How often each occurs, in order. */
    static <T> Map<String, Long> counts(Stream<T> things, Function<T, String> by) {
        var counts = new TreeMap<String, Long>();
        things.forEach(thing -> counts.merge(by.apply(thing), 1L, Long::sum));
        return counts;
    }

    /** {@code STATED}, {@code REFUSED}, or the rule that leaves the row out. */
    static String outcome(Read read) {
        if (read.interpreted() instanceof InterpretedRow.LeftOut leftOut) {
            return leftOut.rule().replaceFirst(", line \\d+", "") + ": " + leftOut.reason();
        }
        return read.interpreted() instanceof InterpretedRow.Stated ? "STATED" : "REFUSED";
    }
}

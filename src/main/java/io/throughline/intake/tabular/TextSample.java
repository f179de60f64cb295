package io.throughline.intake.tabular;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a text, by which its delimiter, quote and header are found.
 *
 * @param text the first {@link #LINES} lines or so
 * @param whole whether that is all
 * @param reading what is known about the file
 */
record TextSample(String text, boolean whole, ReadOptions reading) {

    private static final int LINES = 200;
    private static final Pattern CLOSE_COMMA = Pattern.compile(",\\S");
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    static TextSample of(Reader in, ReadOptions reading) throws IOException {
        var text = new StringBuilder();
        var buffer = new char[1 << 13];
        var ends = 0;
        // room for a header and a row, each as long as a line may be
        while (ends < LINES && text.length() <= 2L * reading.limits().lineLength()) {
            var length = in.read(buffer);
            if (length < 0) {
                return new TextSample(text.toString(), true, reading);
            }
            for (var i = 0; i < length; i++) {
                if (buffer[i] == '\n' || buffer[i] == '\r') {
                    ends++;
                }
            }
            text.append(buffer, 0, length);
        }
        return new TextSample(text.toString(), false, reading);
    }

    /**
     * How the lines split.
     *
     * @param splitting by what
     * @param records those with something in them, read to the end or to where the sample is cut
     * @param width cells of most records
     * @param header the record with the names of the columns; null if there is none
     * @param hasNames whether that has all the names that are known
     * @param share of the records that have the width
     * @param quoted cells between quotes
     */
    record Split(
            CellSplitter splitting,
            List<RecordReader.Found> records,
            int width,
            RecordReader.@Nullable Found header,
            boolean hasNames,
            double share,
            int quoted) {}

    /** Splits by what is stated and, where nothing is, by what makes the lines most alike. */
    Split split() {
        var delimiter = reading.delimiter();
        var quote = reading.quote();
        var delimiters = delimiter == null ? DELIMITERS : List.of(delimiter);
        var best = best(delimiters, quote != null ? quote : delimiters.contains('"') ? ReadOptions.NO_QUOTE : '"');
        if (quote != null || delimiters.contains('\'')) {
            return best;
        }
        var single = best(delimiters, '\'');
        return single.quoted > best.quoted && single.width > 0 && single.share >= best.share ? single : best;
    }

    private Split best(List<Character> delimiters, char quote) {
        var all = delimiters.stream()
                .filter(delimiter -> delimiter != quote)
                .map(delimiter -> by(new CellSplitter(delimiter, quote)))
                .toList();
        var named = all.stream().filter(Split::hasNames).toList();
        // lines that are broken can be more alike by another delimiter than those below the header that is known
        var splits = named.isEmpty() ? all : named;
        return splits.stream()
                .filter(split -> split.width > 1 && split.header != null && !isProse(split))
                .max(Comparator.comparingDouble(Split::share).thenComparingInt(Split::width))
                // one column: the delimiter that stands in none of its cells
                .or(() ->
                        splits.stream().filter(split -> split.width == 1).max(Comparator.comparingDouble(Split::share)))
                .orElse(splits.get(0));
    }

    /** One column of texts with commas, such as "Paris, France", below a name without. */
    private boolean isProse(Split split) {
        return split.splitting.delimiter() == ','
                && split.records.get(0).cells() == 1
                && !CLOSE_COMMA.matcher(text).find();
    }

    private Split by(CellSplitter splitting) {
        var records = records(splitting);
        var cells = splitting.cells();
        var counts = new HashMap<Integer, Integer>();
        var quoted = 0;
        var first = new ArrayList<List<String>>();
        var usable = records.stream().filter(record -> record.fault() == null).toList();
        for (var record : usable) {
            counts.merge(record.cells(), 1, Integer::sum);
            quoted += record.quoted();
            if (first.size() < HeaderLine.WITHIN) {
                first.add(cells.of(record));
            }
        }
        var width = counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
        var header = HeaderLine.of(first, width, reading.columns());
        return new Split(
                splitting,
                records,
                width,
                header < 0 ? null : usable.get(header),
                header >= 0 && HeaderLine.hasNames(first.get(header), reading.columns()),
                records.isEmpty() ? 0 : (double) counts.getOrDefault(width, 0) / records.size(),
                quoted);
    }

    private List<RecordReader.Found> records(CellSplitter splitting) {
        var found = new ArrayList<RecordReader.Found>();
        try {
            var records = splitting.records(new StringReader(text), reading.limits(), 0);
            for (var record = records.next(); record != null; record = records.next()) {
                if (!record.isBlank()) {
                    found.add(record);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!whole && found.size() > 1) {
            found.remove(found.size() - 1);
        }
        return found;
    }
}

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
 * The start of a text, from which the delimiter, the quote and the header are detected.
 *
 * @param text the first {@link #LINES} lines or so
 * @param complete whether this is the whole text
 * @param options what is known about the file
 */
record TextSample(String text, boolean complete, ReadOptions options) {

    private static final int LINES = 200;
    private static final Pattern COMMA_WITHOUT_SPACE = Pattern.compile(",\\S");
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    static TextSample of(Reader in, ReadOptions options) throws IOException {
        var text = new StringBuilder();
        var buffer = new char[1 << 13];
        var lineEnds = 0;
        // room for a header and a row of the maximum line length
        while (lineEnds < LINES && text.length() <= 2L * options.limits().lineLength()) {
            var length = in.read(buffer);
            if (length < 0) {
                return new TextSample(text.toString(), true, options);
            }
            for (var i = 0; i < length; i++) {
                if (buffer[i] == '\n' || buffer[i] == '\r') {
                    lineEnds++;
                }
            }
            text.append(buffer, 0, length);
        }
        return new TextSample(text.toString(), false, options);
    }

    /**
     * The sample split with one delimiter and one quote.
     *
     * @param splitter with that delimiter and quote
     * @param records that are not blank, without one that the end of the sample cuts off
     * @param width number of cells in most records
     * @param header the record with the column names; null if there is none
     * @param hasNames whether the header has all known names
     * @param share of the records that have this width, from 0 to 1
     * @param quoted number of quoted cells
     */
    record Split(
            CellSplitter splitter,
            List<RawRecord> records,
            int width,
            @Nullable RawRecord header,
            boolean hasNames,
            double share,
            int quoted) {}

    /**
     * Splits with the stated delimiter and quote or, if they are not stated, with those that make the records most
     * similar.
     */
    Split split() {
        var delimiter = options.delimiter();
        var quote = options.quote();
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
                .map(delimiter -> split(new CellSplitter(delimiter, quote)))
                .toList();
        var named = all.stream().filter(Split::hasNames).toList();
        // broken lines may look more alike with another delimiter than the rows below the known header do
        var splits = named.isEmpty() ? all : named;
        return splits.stream()
                .filter(split -> split.width > 1 && split.header != null && !isProse(split))
                .max(Comparator.comparingDouble(Split::share).thenComparingInt(Split::width))
                // one column: a delimiter that occurs in none of its cells
                .or(() ->
                        splits.stream().filter(split -> split.width == 1).max(Comparator.comparingDouble(Split::share)))
                .orElse(splits.get(0));
    }

    /**
     * Whether this is one column of texts with commas, such as "Paris, France", below a column name without a comma.
     */
    private boolean isProse(Split split) {
        return split.splitter.delimiter() == ','
                && split.records.get(0).cells() == 1
                && !COMMA_WITHOUT_SPACE.matcher(text).find();
    }

    private Split split(CellSplitter splitter) {
        var records = records(splitter);
        var cells = splitter.cells();
        var counts = new HashMap<Integer, Integer>();
        var quoted = 0;
        var first = new ArrayList<List<String>>();
        var usable = records.stream().filter(record -> record.fault() == null).toList();
        for (var record : usable) {
            counts.merge(record.cells(), 1, Integer::sum);
            quoted += record.quoted();
            if (first.size() < HeaderLine.SEARCHED_LINES) {
                first.add(cells.split(record));
            }
        }
        var width = counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
        var header = HeaderLine.indexIn(first, width, options.columns());
        return new Split(
                splitter,
                records,
                width,
                header < 0 ? null : usable.get(header),
                header >= 0 && HeaderLine.hasNames(first.get(header), options.columns()),
                records.isEmpty() ? 0 : (double) counts.getOrDefault(width, 0) / records.size(),
                quoted);
    }

    private List<RawRecord> records(CellSplitter splitter) {
        var found = new ArrayList<RawRecord>();
        try {
            var records = splitter.records(new StringReader(text), options.limits(), 0);
            for (var record = records.next(); record != null; record = records.next()) {
                if (!record.isBlank()) {
                    found.add(record);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!complete && found.size() > 1) {
            found.remove(found.size() - 1);
        }
        return found;
    }
}

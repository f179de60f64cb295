package io.throughline.intake.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads one sheet of a workbook. */
final class SheetTableReader implements TableReader {

    private final FileSource source;
    private final String sheet;
    private final int headerRow;
    private final TableColumns columns;
    private final List<FileFinding> findings = new ArrayList<>();

    /** The merged cells below the header. */
    private final List<MergedRange> merged;

    /** The number of rows in the sheet, for progress. */
    private final int rowCount;

    private final int rowOffset;

    SheetTableReader(FileSource source) throws IOException, UnreadableFileException {
        this.source = source;
        var mergedBySheet = WorkbookCheck.check(source);
        var known = source.options().sheets().mergedCells() == MergedCells.FIRST
                ? Map.<String, List<MergedRange>>of()
                : mergedBySheet;
        try (var workbook = open()) {
            var chooser = new SheetChooser(source, known);
            var chosenSheet = chooser.choose(workbook);
            this.sheet = chosenSheet.getName();
            findings.addAll(chooser.findings());
            var ranges = known.getOrDefault(chosenSheet.getId(), List.of());
            try (var stream = chosenSheet.openStream()) {
                var rows = stream.iterator();
                var sample = SheetSample.of(rows, ranges, source.limits());
                this.rowOffset = sample.rowOffset();
                var header = header(sample);
                this.headerRow = header == null ? 0 : header.number();
                var width = header == null ? sample.width() : header.cells().size();
                if (width > source.limits().columns()) {
                    throw source.unreadable(
                            "TOO_MANY_COLUMNS",
                            "has %d columns; expected at most %d",
                            width,
                            source.limits().columns());
                }
                this.columns = header == null ? TableColumns.unnamed(width) : TableColumns.named(header.texts());
                this.merged =
                        ranges.stream().filter(range -> range.top() > headerRow).toList();
                if (sample.isComplete() && sample.rows().stream().noneMatch(row -> row.number() > headerRow)) {
                    throw source.unreadable(
                            "NO_ROWS", "has a header in row %d of sheet '%s' but no rows below it", headerRow, sheet);
                }
                addTitleLines(sample);
                var filler = filler();
                sample.rows().stream().filter(row -> row.number() > headerRow).forEach(filler::fill);
                this.rowCount = sample.rowCount() + readRest(rows, filler);
                if (!merged.isEmpty()) {
                    findings.add(mergedCells(filler.filled()));
                }
            }
        } catch (RuntimeException e) {
            throw WorkbookErrors.damaged(source);
        }
    }

    private ReadableWorkbook open() throws IOException {
        source.open().close();
        var file = source.path().toFile();
        try {
            return new ReadableWorkbook(file, new ReadingOptions(true, true));
        } catch (ExcelReaderException withoutStyles) {
            return new ReadableWorkbook(file, new ReadingOptions(false, true));
        }
    }

    private @Nullable SheetRow header(SheetSample sample) throws UnreadableFileException {
        var stated = source.options().headerLine();
        if (stated != null && stated == 0) {
            return null;
        }
        if (stated != null) {
            return sample.filled().stream()
                    .filter(row -> row.number() == stated)
                    .findFirst()
                    .orElseThrow(() -> source.unreadable(
                            "NO_HEADER", "has no column names in row %d, which was stated to be the header", stated));
        }
        var header = sample.headerIndex(source.options().columns());
        if (header < 0) {
            throw source.unreadable(
                    "NO_HEADER", "has no row with column names on sheet '%s'; expected a table with a header", sheet);
        }
        return sample.filled().get(header);
    }

    private void addTitleLines(SheetSample sample) {
        sample.rows().stream()
                .filter(row -> row.number() < headerRow)
                .map(row -> new FileFinding(
                        "TITLE_LINE",
                        null,
                        "row %d is above the header and is not read as data".formatted(row.number())))
                .forEach(findings::add);
    }

    /** Reads a sheet to its end, so that damage is noticed before the first row is used; returns the number of rows. */
    private int readRest(Iterator<Row> rows, MergedCellFiller filler) {
        var count = 0;
        for (; rows.hasNext(); count++) {
            var row = rows.next();
            var filled = merged.isEmpty() ? null : SheetRow.of(row, rowOffset);
            if (filled != null && filled.number() > headerRow) {
                filler.fill(filled);
            }
        }
        return count;
    }

    private FileFinding mergedCells(int filled) {
        var wide = merged.stream().filter(MergedRange::hasSeveralColumns).count();
        return new FileFinding(
                "MERGED_CELLS",
                null,
                "%d %s merged; %d empty cells get the value of their merged cell%s (state mergedCells to change this)"
                        .formatted(
                                merged.size(),
                                merged.size() == 1 ? "range of cells is" : "ranges of cells are",
                                filled,
                                wide == 0 || acrossColumns()
                                        ? ""
                                        : ", but only in the first column of the %d that span several"
                                                .formatted(wide)));
    }

    private MergedCellFiller filler() {
        return new MergedCellFiller(merged, acrossColumns(), columns.count());
    }

    private boolean acrossColumns() {
        return source.options().sheets().mergedCells() == MergedCells.ALL;
    }

    @Override
    public FileDialect dialect() {
        return new FileDialect(FileFormat.XLSX, null, true, null, null, headerRow, sheet);
    }

    @Override
    public TableColumns columns() {
        return columns;
    }

    @Override
    public List<FileFinding> findings() {
        return findings;
    }

    @Override
    public Lines lines() throws IOException {
        var workbook = open();
        var stream = workbook.findSheet(sheet).orElseThrow().openStream();
        var iterator = stream.iterator();
        var filler = filler();
        return new Lines() {

            private volatile long read;
            private volatile long blankLines;
            // the iterator must not be used again once the sheet is closed
            private boolean ended;

            @Override
            @SuppressWarnings("NonAtomicVolatileUpdate") // written by one thread only
            public @Nullable TableLine next() {
                while (!ended && iterator.hasNext()) {
                    var row = iterator.next();
                    read++;
                    if (row.getRowNum() + rowOffset <= headerRow) {
                        continue;
                    }
                    var filled = SheetRow.of(row, rowOffset);
                    if (filled != null) {
                        return filler.fill(filled).line(columns, source.limits());
                    }
                    blankLines++;
                }
                ended = true;
                return null;
            }

            @Override
            public long bytesRead() {
                return read * source.scan().size() / Math.max(1, rowCount);
            }

            @Override
            public long blankLines() {
                return blankLines;
            }

            @Override
            public void close() throws IOException {
                stream.close();
                workbook.close();
            }
        };
    }
}

package io.throughline.intake.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads one sheet of a workbook. */
final class SheetTableReader implements TableReader {

    private static final int SAMPLE = 200;

    private final FileSource source;
    private final String sheet;
    private final int headerRow;
    private final TableColumns columns;
    private final List<FileFinding> findings = new ArrayList<>();

    /** The number of rows in the sheet, for progress. */
    private int rowCount;

    /** Added to row numbers: 1 if the sheet does not number its rows, because the library then counts from 0. */
    private int rowOffset;

    SheetTableReader(FileSource source) throws IOException, UnreadableFileException {
        this.source = source;
        WorkbookCheck.check(source);
        try (var workbook = open()) {
            var chosenSheet = chooseSheet(workbook);
            this.sheet = chosenSheet.getName();
            var firstRows = readFirstRows(chosenSheet);
            var header = header(firstRows);
            this.headerRow = header == null ? 0 : header.number();
            var names = header == null ? List.<String>of() : header.texts();
            var width = header == null
                    ? firstRows.stream()
                            .mapToInt(row -> row.cells().size())
                            .max()
                            .orElse(0)
                    : names.size();
            if (width > source.limits().columns()) {
                throw source.unreadable(
                        "TOO_MANY_COLUMNS",
                        "has %d columns; expected at most %d",
                        width,
                        source.limits().columns());
            }
            this.columns = header == null ? TableColumns.unnamed(width) : TableColumns.named(names);
            if (firstRows.size() < SAMPLE && firstRows.stream().noneMatch(row -> row.number() > headerRow)) {
                throw source.unreadable("NO_ROWS", "has a header in row %d but no rows below it", headerRow);
            }
            firstRows.stream()
                    .filter(row -> row.number() < headerRow)
                    .map(row -> new FileFinding(
                            "TITLE_LINE",
                            null,
                            "row %d is above the header and is not read as data".formatted(row.number())))
                    .forEach(findings::add);
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

    private Sheet chooseSheet(ReadableWorkbook workbook) throws UnreadableFileException {
        var sheets = workbook.getSheets().toList();
        var requested = source.options().sheet();
        if (requested != null) {
            return workbook.findSheet(requested)
                    .orElseThrow(() -> source.unreadable(
                            "NO_SHEET", "has no sheet '%s'; expected one of %s", requested, names(sheets)));
        }
        var visible = sheets.stream()
                .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        if (visible.isEmpty()) {
            throw source.unreadable("NO_SHEET", "has no visible sheet; state which to read: %s", names(sheets));
        }
        if (visible.size() > 1) {
            findings.add(new FileFinding(
                    "OTHER_SHEETS",
                    null,
                    "only sheet '%s' is read; state the sheet to read another: %s"
                            .formatted(visible.get(0).getName(), names(visible.subList(1, visible.size())))));
        }
        return visible.get(0);
    }

    private static String names(List<Sheet> sheets) {
        return String.join(
                ", ", sheets.stream().map(each -> "'" + each.getName() + "'").toList());
    }

    /**
     * Reads all rows once, so that damage is noticed before the first row is used; returns the first rows that are not
     * blank.
     */
    private List<SheetRow> readFirstRows(Sheet chosenSheet) throws IOException {
        var firstRows = new ArrayList<SheetRow>();
        try (var stream = chosenSheet.openStream()) {
            for (Iterator<org.dhatim.fastexcel.reader.Row> iterator = stream.iterator();
                    iterator.hasNext();
                    rowCount++) {
                var row = iterator.next();
                rowOffset = rowCount == 0 && row.getRowNum() == 0 ? 1 : rowOffset;
                var read = firstRows.size() < SAMPLE ? SheetRow.of(row, rowOffset) : null;
                if (read != null) {
                    firstRows.add(read);
                }
            }
        }
        return firstRows;
    }

    private @Nullable SheetRow header(List<SheetRow> firstRows) throws UnreadableFileException {
        var stated = source.options().headerLine();
        if (stated != null && stated == 0) {
            return null;
        }
        if (stated != null) {
            return firstRows.stream()
                    .filter(row -> row.number() == stated)
                    .findFirst()
                    .orElseThrow(() -> source.unreadable(
                            "NO_HEADER", "has no column names in row %d, which was stated to be the header", stated));
        }
        var header = HeaderLine.indexIn(
                firstRows.stream().map(SheetRow::texts).toList(),
                0,
                source.options().columns());
        if (header < 0) {
            throw source.unreadable(
                    "NO_HEADER", "has no row with column names on sheet '%s'; expected a table with a header", sheet);
        }
        return firstRows.get(header);
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
                        return filled.line(columns, source.limits());
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

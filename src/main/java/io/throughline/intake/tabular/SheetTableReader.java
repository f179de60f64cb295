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

/** One sheet of a workbook. */
final class SheetTableReader implements TableReader {

    private static final int SAMPLE = 200;

    private final FileSource source;
    private final String sheet;
    private final int headerRow;
    private final TableColumns columns;
    private final List<FileFinding> findings = new ArrayList<>();

    /** Rows that the sheet says it has, for progress. */
    private int rows;

    /** 1 where rows do not say their number, and the reader counts them from 0. */
    private int shift;

    SheetTableReader(FileSource source) throws IOException, UnreadableFileException {
        this.source = source;
        WorkbookCheck.of(source);
        try (var workbook = open()) {
            var chosen = choose(workbook);
            this.sheet = chosen.getName();
            var first = readThrough(chosen);
            var header = header(first);
            this.headerRow = header == null ? 0 : header.number();
            var names = header == null ? List.<String>of() : header.texts();
            var width = header == null
                    ? first.stream().mapToInt(row -> row.cells().size()).max().orElse(0)
                    : names.size();
            if (width > source.limits().columns()) {
                throw source.unreadable(
                        "TOO_MANY_COLUMNS",
                        "has %d columns; expected at most %d",
                        width,
                        source.limits().columns());
            }
            this.columns = header == null ? TableColumns.unnamed(width) : TableColumns.named(names);
            if (first.size() < SAMPLE && first.stream().noneMatch(row -> row.number() > headerRow)) {
                throw source.unreadable(
                        "NO_ROWS", "has a header in row %d and nothing below it; expected rows", headerRow);
            }
            first.stream()
                    .filter(row -> row.number() < headerRow)
                    .map(row -> new FileFinding(
                            "TITLE_LINE",
                            null,
                            "row %d stands above the header and is no data".formatted(row.number())))
                    .forEach(findings::add);
        } catch (RuntimeException e) {
            throw WorkbookCheck.damaged(source);
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

    private Sheet choose(ReadableWorkbook workbook) throws UnreadableFileException {
        var sheets = workbook.getSheets().toList();
        var wanted = source.reading().sheet();
        if (wanted != null) {
            return workbook.findSheet(wanted)
                    .orElseThrow(() -> source.unreadable(
                            "NO_SHEET", "has no sheet '%s'; expected one of %s", wanted, names(sheets)));
        }
        var visible = sheets.stream()
                .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        if (visible.isEmpty()) {
            throw source.unreadable("NO_SHEET", "has no visible sheet; name one of %s", names(sheets));
        }
        if (visible.size() > 1) {
            findings.add(new FileFinding(
                    "OTHER_SHEETS",
                    null,
                    "only sheet '%s' is read; name another, if it is one of %s"
                            .formatted(visible.get(0).getName(), names(visible.subList(1, visible.size())))));
        }
        return visible.get(0);
    }

    private static String names(List<Sheet> sheets) {
        return String.join(
                ", ", sheets.stream().map(one -> "'" + one.getName() + "'").toList());
    }

    /** All rows once, so that what is damaged shows before the first one is used; gives the first that are not blank. */
    private List<SheetRow> readThrough(Sheet chosen) throws IOException {
        var first = new ArrayList<SheetRow>();
        try (var stream = chosen.openStream()) {
            for (Iterator<org.dhatim.fastexcel.reader.Row> all = stream.iterator(); all.hasNext(); rows++) {
                var row = all.next();
                shift = rows == 0 && row.getRowNum() == 0 ? 1 : shift;
                var read = first.size() < SAMPLE ? SheetRow.of(row, shift) : null;
                if (read != null) {
                    first.add(read);
                }
            }
        }
        return first;
    }

    private @Nullable SheetRow header(List<SheetRow> first) throws UnreadableFileException {
        var stated = source.reading().headerLine();
        if (stated != null && stated == 0) {
            return null;
        }
        if (stated != null) {
            return first.stream()
                    .filter(row -> row.number() == stated)
                    .findFirst()
                    .orElseThrow(() -> source.unreadable(
                            "NO_HEADER", "has no names of columns in row %d, where they are said to be", stated));
        }
        var header = HeaderLine.of(
                first.stream().map(SheetRow::texts).toList(),
                0,
                source.reading().columns());
        if (header < 0) {
            throw source.unreadable(
                    "NO_HEADER", "has no row with the names of its columns on sheet '%s'; expected a table", sheet);
        }
        return first.get(header);
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
        var all = stream.iterator();
        return new Lines() {

            private volatile long read;
            private volatile long blank;
            // the sheet must not be asked again once it is closed
            private boolean ended;

            @Override
            @SuppressWarnings("NonAtomicVolatileUpdate") // by one thread
            public @Nullable TableLine next() {
                while (!ended && all.hasNext()) {
                    var row = all.next();
                    read++;
                    if (row.getRowNum() + shift <= headerRow) {
                        continue;
                    }
                    var filled = SheetRow.of(row, shift);
                    if (filled != null) {
                        return filled.line(columns, source.limits());
                    }
                    blank++;
                }
                ended = true;
                return null;
            }

            @Override
            public long bytesRead() {
                return read * source.survey().size() / Math.max(1, rows);
            }

            @Override
            public long blank() {
                return blank;
            }

            @Override
            public void close() throws IOException {
                stream.close();
                workbook.close();
            }
        };
    }
}

package io.throughline.intake.tabular;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.util.List;

/**
 * Splits records into cells.
 *
 * @param delimiter between cells
 * @param quote around cells that contain a delimiter, a quote or a line end
 */
record CellSplitter(char delimiter, char quote) {

    RecordReader records(Reader text, FileLimits limits, int width) {
        return new RecordReader(text, delimiter, quote, limits.lineLength(), width);
    }

    /** Splits records that have no fault. */
    Cells cells() {
        return new Cells(CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE));
    }

    /** Splits one record at a time: {@link RecordReader} has already found where each record ends. */
    record Cells(CsvReader.CsvReaderBuilder csv) {

        List<String> split(RawRecord record) {
            var handler = CsvRecordHandler.of(limits -> limits.maxFields(Math.max(1, record.cells()))
                    .maxFieldSize(record.text().length() + 1)
                    .maxRecordSize(record.text().length() + 1));
            return csv.ofSingleCsvRecord(handler, record.text()).getFields();
        }
    }
}

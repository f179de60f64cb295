package io.throughline.intake.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the table in a file whose format is known. */
interface TableReader {

    FileDialect dialect();

    TableColumns columns();

    /** Findings about the file as a whole, except those about its columns. */
    List<FileFinding> findings();

    /** The metadata before the data; null if there is none. */
    default @Nullable JsonNode metadata() {
        return null;
    }

    /** Starts reading at the first line of data. */
    Lines lines() throws IOException;

    /** One pass over the lines. */
    interface Lines extends Closeable {

        /** The next line that is not blank; null at the end. */
        @Nullable TableLine next() throws IOException;

        /** The number of bytes of the file read so far. */
        long bytesRead();

        /** The number of blank lines below the header skipped so far. */
        long blankLines();
    }
}

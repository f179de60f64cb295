package io.throughline.intake.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a file holds, once it is known how it is written. */
interface TableReader {

    FileDialect dialect();

    TableColumns columns();

    /** About the file as a whole, besides its columns. */
    List<FileFinding> findings();

    /** What the file says of itself in front of its data; null if nothing. */
    default @Nullable JsonNode metadata() {
        return null;
    }

    /** From the first line of data on. */
    Lines lines() throws IOException;

    /** One reading from beginning to end. */
    interface Lines extends Closeable {

        /** The next line that is not blank; null at the end. */
        @Nullable TableLine next() throws IOException;

        /** Bytes of the file that were read so far. */
        long bytesRead();

        /** Lines below the header that were passed over, since nothing is printed on them. */
        long blank();
    }
}

package io.throughline.export;

import java.io.IOException;
import java.io.OutputStream;

/** What an export is made of, written from its beginning to its end. */
@FunctionalInterface
interface ExportBody {
    void write(OutputStream out) throws IOException;
}

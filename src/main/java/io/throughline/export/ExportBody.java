package io.throughline.export;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the body of an export. */
@FunctionalInterface
interface ExportBody {
    void write(OutputStream out) throws IOException;
}

package io.throughline.intake.catalog;

/** Is told how far a download is. */
@FunctionalInterface
public interface DownloadProgress {

    /**
     * Some bytes have arrived.
     *
     * @param bytes of the file that are there, including those of an earlier attempt
     * @param total size of the file in bytes; -1 if the server does not say
     */
    void onProgress(long bytes, long total);
}

package io.throughline.intake.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How imports are run.
 *
 * @param batch lines that are recorded in one transaction
 * @param patience after so long without a sign of life an import is taken for broken off; longer than a batch takes
 * @param keepUploads how long an uploaded file is kept
 */
@ConfigurationProperties("throughline.imports")
record ImportSettings(
        @DefaultValue("1000") int batch,
        @DefaultValue("2m") Duration patience,
        @DefaultValue("7d") Duration keepUploads) {}

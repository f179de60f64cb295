package io.throughline.intake.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for running imports.
 *
 * @param batch lines recorded in one transaction
 * @param patience an import with no progress for this long counts as interrupted; must be longer than a batch takes
 * @param keepUploads how long an uploaded file is kept
 */
@ConfigurationProperties("throughline.imports")
record ImportSettings(
        @DefaultValue("1000") int batch,
        @DefaultValue("2m") Duration patience,
        @DefaultValue("7d") Duration keepUploads) {}

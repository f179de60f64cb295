package io.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** What a test needs beside the JDK, e.g. Node. Without it the test is skipped; in CI, where nothing may be skipped, it fails. */
public final class Requirement {

    private Requirement() {}

    /** Skips or fails the test with this reason unless the condition holds. */
    public static void require(boolean there, String reason) {
        if (Boolean.getBoolean("throughline.test.strict")) {
            assertThat(there).as(reason).isTrue();
        }
        assumeThat(there).as(reason).isTrue();
    }
}

package io.throughline.benchmark;

import java.nio.file.Path;

/** The size of a generated graph. */
enum Size {
    S(13_000, 60, 25_000, "256m"),
    M(130_000, 200, 250_000, "1g"),
    L(1_000_000, 600, 3_000_000, "5g");

    final int cities;
    final int networks;
    /** Memberships of cities in networks and campaigns; those between organizations are extra. */
    final int memberships;

    /** Memory for the files of the database, as Neo4j writes sizes: enough to hold them, as an operator would. */
    final String pageCache;

    Size(int cities, int networks, int memberships, String pageCache) {
        this.cities = cities;
        this.networks = networks;
        this.memberships = memberships;
        this.pageCache = pageCache;
    }

    /** The directory where the graph is kept between runs. */
    Path store() {
        return Path.of("target", "benchmark", name(), "store");
    }

    /** The file where the results are kept, to compare sizes. */
    Path results() {
        return Path.of("target", "benchmark", name(), "results.csv");
    }
}

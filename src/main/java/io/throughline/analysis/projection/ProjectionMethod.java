package io.throughline.analysis.projection;

/** How the values of a projection are computed. */
record ProjectionMethod(ProjectionWeight of) {

    public String weight() {
        return of.formula();
    }

    public String communities() {
        return CommunityDetection.ALGORITHM;
    }

    public double resolution() {
        return CommunityDetection.RESOLUTION;
    }

    public int seed() {
        return CommunityDetection.SEED;
    }

    public int runs() {
        return CommunityDetection.RUNS;
    }

    public String betweenness() {
        return "Shortest paths by number of edges, ignoring weights; divided by (n - 1)(n - 2) / 2 (Freeman 1977), by the algorithm of Brandes 2001 in WebGraph";
    }
}

package io.throughline.analysis.projection;

/** What each pair of nodes of a projection has in common. Nodes are numbered from 0. */
interface CoMembership {

    /** Number of nodes. */
    int nodes();

    /** Number of members or organizations that two different nodes share. */
    int shared(int a, int b);

    /** Weight of the tie between two different nodes; 0 if they share nothing. */
    double weight(int a, int b);
}

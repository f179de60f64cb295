package io.throughline.analysis.projection;

/** What every two nodes of a projection have in common. Nodes are numbered from 0. */
interface CoMembership {

    /** How many nodes there are. */
    int nodes();

    /** How many two different nodes share. */
    int shared(int a, int b);

    /** How strong the tie between two different nodes is; 0 when they share nothing. */
    double weight(int a, int b);
}

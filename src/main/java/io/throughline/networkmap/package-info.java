/** The part of the graph around some agents as flat nodes and edges, as libraries that draw networks take them. */
@ApplicationModule(
        allowedDependencies = {"cypher", "entity", "connection", "date", "source", "agent", "membership", "dataset"})
@NullMarked
package io.throughline.networkmap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

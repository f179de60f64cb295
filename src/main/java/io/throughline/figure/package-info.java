/** Numbers that sources state, and what sources state differently. */
@ApplicationModule(allowedDependencies = {"cypher", "entity", "connection", "date", "source", "agent", "membership"})
@NullMarked
package io.throughline.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

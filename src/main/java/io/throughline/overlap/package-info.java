/** What organizations have in common: who is in which, how far their members overlap, and whether that can be measured. */
@ApplicationModule(allowedDependencies = {"cypher", "entity", "connection", "date", "agent", "membership", "limit"})
@NullMarked
package io.throughline.overlap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

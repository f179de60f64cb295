/** Everything that is dated, in order of time. */
@ApplicationModule(allowedDependencies = {"cypher", "entity", "connection", "date", "source"})
@NullMarked
package io.throughline.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What campaigns want, what their members promise, and what has to be met to join. */
@ApplicationModule(allowedDependencies = {"cypher", "entity", "connection", "date", "source", "agent"})
@NullMarked
package io.throughline.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

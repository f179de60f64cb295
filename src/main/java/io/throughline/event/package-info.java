/** Events, instruments, and who takes part in them. */
@ApplicationModule(allowedDependencies = {"cypher", "entity", "connection", "date", "source", "agent", "campaign"})
@NullMarked
package io.throughline.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

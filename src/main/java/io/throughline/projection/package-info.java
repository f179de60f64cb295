/** Organizations tied by shared members and members tied by shared organizations, and who stands where in such a network. */
@ApplicationModule(
        allowedDependencies = {"cypher", "entity", "connection", "agent", "membership", "dataset", "overlap"})
@NullMarked
package io.throughline.projection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

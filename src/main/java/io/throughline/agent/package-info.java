/** Who can belong and be belonged to: organizations, cities, regions; the places they lie in and the names they go by. */
@ApplicationModule(allowedDependencies = {"cypher", "entity", "connection", "source"})
@NullMarked
package io.throughline.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

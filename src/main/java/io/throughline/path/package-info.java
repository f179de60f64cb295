/** Ways from one agent up to another, put together from separate memberships. */
@ApplicationModule(allowedDependencies = {"cypher", "entity", "connection", "date", "source", "membership"})
@NullMarked
package io.throughline.path;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

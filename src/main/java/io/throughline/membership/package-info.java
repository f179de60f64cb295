/** Who belongs to what, through whom and since when: memberships, the roads they form, secretariats, coverage. */
@ApplicationModule(allowedDependencies = {"cypher", "entity", "connection", "date", "source", "agent"})
@NullMarked
package io.throughline.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

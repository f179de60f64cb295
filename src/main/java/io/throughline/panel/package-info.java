/** Who was in what in which year: members against organizations and years, as event histories take it. */
@ApplicationModule(allowedDependencies = {"cypher", "entity", "connection", "date", "agent", "membership", "overlap"})
@NullMarked
package io.throughline.panel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

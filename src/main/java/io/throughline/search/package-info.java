/** Finding things by name: for a person who types, and for a list of names to be matched. */
@ApplicationModule(allowedDependencies = {"cypher", "entity", "connection", "name"})
@NullMarked
package io.throughline.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

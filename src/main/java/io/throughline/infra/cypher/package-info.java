/** Reads the statements in {@code cypher/queries} and runs them; knows no type of the domain. */
@ApplicationModule(allowedDependencies = {"infra.limit", "infra.problem"})
@NullMarked
package io.throughline.infra.cypher;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Saves the whole graph to one file and restores it, including withdrawn claims and who made them. */
@ApplicationModule(allowedDependencies = {"infra.cypher", "infra.problem"})
@NullMarked
package io.throughline.infra.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

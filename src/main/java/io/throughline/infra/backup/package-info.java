/** The whole graph as one file, and the graph of such a file: with all claims, whatever became of them, and who made them. */
@ApplicationModule(allowedDependencies = {"infra.cypher"})
@NullMarked
package io.throughline.infra.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The driver's interfaces on a Neo4j in the same process; knows nothing of how it is opened, nor of the domain. */
@ApplicationModule(allowedDependencies = {"infra.cypher"})
@NullMarked
package io.throughline.infra.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The database: started in-process by default, or reached by URI; migrated before anything reads it. */
@ApplicationModule(allowedDependencies = {"infra.cypher", "infra.embedded", "infra.start"})
@NullMarked
package io.throughline.infra.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

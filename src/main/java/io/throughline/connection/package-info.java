/** Lists that can grow, page by page: Relay's cursor connections, by key and never by offset. */
@ApplicationModule(allowedDependencies = {"cypher"})
@NullMarked
package io.throughline.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

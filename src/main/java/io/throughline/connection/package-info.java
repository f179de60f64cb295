/** Lists that can grow: filtered, sorted, counted, and read page by page; by key, never by offset. */
@ApplicationModule(allowedDependencies = {"cypher", "date", "entity", "limit", "name"})
@NullMarked
package io.throughline.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

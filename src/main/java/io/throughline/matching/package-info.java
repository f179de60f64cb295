/** Which agent a list means by what it writes; what people decided about that, and from where new cities come. */
@ApplicationModule(
        allowedDependencies = {"cypher", "entity", "connection", "name", "search", "agent", "gazetteer", "ledger"})
@NullMarked
package io.throughline.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

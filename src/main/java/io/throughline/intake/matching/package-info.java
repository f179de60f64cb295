/** Which agent a list means by what it writes; what people decided about that, and from where new cities come. */
@ApplicationModule(
        allowedDependencies = {"infra.cypher", "model.search", "reference.gazetteer", "reference.name", "writing.ledger"
        })
@NullMarked
package io.throughline.intake.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

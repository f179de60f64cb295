package io.throughline.intake.matching;

import java.util.List;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes decisions, only within a transaction of {@link io.throughline.infra.cypher.GraphWriter}. */
@Transactional(propagation = Propagation.MANDATORY)
interface DecisionRepository extends Repository<StoredDecision, String> {

    /** The decisions in force about an entry, of all sources. */
    List<StoredDecision> findByKeyAndSupersededByIdIsNull(String key);

    /**
     * Stores a new or changed decision.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException if it was changed since it was read
     */
    StoredDecision save(StoredDecision decision);
}

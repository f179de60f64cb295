package io.throughline.infra.embedded;

import org.neo4j.driver.exceptions.Neo4jException;

/** What happens when a statement has ended; called once. */
interface ResultEnd {

    /** All rows have been produced, or the caller wants no more of them. */
    void done();

    /** The statement has failed, or its result was given up. */
    void failed(Neo4jException problem);
}

package io.throughline.infra.embedded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.NoSuchRecordException;
import org.neo4j.driver.exceptions.ResultConsumedException;
import org.neo4j.driver.internal.InternalRecord;
import org.neo4j.driver.summary.ResultSummary;
import org.neo4j.graphdb.QueryStatistics;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.impl.query.QueryExecution;
import org.neo4j.kernel.impl.query.QuerySubscriber;
import org.neo4j.values.AnyValue;
import org.neo4j.values.virtual.MapValue;

/** The rows of a statement, produced in batches: the first at once, the others on demand. */
final class EmbeddedResult implements Result {

    /** As many as a driver fetches over Bolt. */
    private static final int BATCH_SIZE = 1_000;

    private final Rows rows;
    private final ResultEnd end;
    private final String statement;
    private final String database;
    private final QueryExecution execution;
    private final List<String> keys;
    private boolean hasMore = true;
    private boolean isConsumed;

    private EmbeddedResult(Rows rows, ResultEnd end, String statement, String database, QueryExecution execution) {
        this.rows = rows;
        this.end = end;
        this.statement = statement;
        this.database = database;
        this.execution = execution;
        this.keys = List.of(execution.fieldNames());
        rows.keys = keys;
    }

    /**
     * Runs a statement up to its first rows.
     *
     * @param end called when the statement has ended, possibly before this returns
     */
    static EmbeddedResult run(
            EmbeddedDatabase database,
            InternalTransaction transaction,
            String statement,
            MapValue parameters,
            ResultEnd end) {
        var rows = new Rows(new DriverValues(transaction.elementIdMapper()));
        try {
            var execution = database.start(transaction, statement, parameters, rows);
            var result = new EmbeddedResult(rows, end, statement, database.name(), execution);
            result.request(BATCH_SIZE);
            return result;
        } catch (Exception e) {
            var problem = DriverFaults.of(e);
            end.failed(problem);
            throw problem;
        }
    }

    /** Produces rows; the exceptions of Neo4j are passed on. */
    private void request(long count) throws Exception {
        execution.request(count);
        hasMore = execution.await();
        if (rows.problem != null) {
            throw rows.problem;
        }
        if (!hasMore) {
            end.done();
        }
    }

    private void produce(long count) {
        try {
            request(count);
        } catch (Exception e) {
            hasMore = false;
            var problem = DriverFaults.of(e);
            end.failed(problem);
            throw problem;
        }
    }

    /** Produces all remaining rows, so that the next statement of the transaction can follow. */
    void buffer() {
        if (hasMore) {
            produce(Long.MAX_VALUE);
        }
    }

    /** Ends the statement if it is still running. */
    void cancel() {
        if (hasMore) {
            hasMore = false;
            isConsumed = true;
            rows.ready.clear();
            execution.cancel();
        }
    }

    @Override
    public List<String> keys() {
        return keys;
    }

    @Override
    public boolean hasNext() {
        failIfConsumed();
        while (rows.ready.isEmpty() && hasMore) {
            produce(BATCH_SIZE);
        }
        return !rows.ready.isEmpty();
    }

    @Override
    public Record next() {
        if (!hasNext()) {
            throw new NoSuchRecordException("No more records");
        }
        return rows.ready.remove();
    }

    @Override
    public Record peek() {
        if (!hasNext()) {
            throw new NoSuchRecordException("No more records");
        }
        return rows.ready.element();
    }

    @Override
    public Record single() {
        if (!hasNext()) {
            throw new NoSuchRecordException("Expected one record, but there is none");
        }
        var record = next();
        if (hasNext()) {
            throw new NoSuchRecordException("Expected one record, but there are more");
        }
        return record;
    }

    @Override
    public Stream<Record> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
    }

    @Override
    public List<Record> list() {
        failIfConsumed();
        buffer();
        var records = new ArrayList<Record>(rows.ready);
        rows.ready.clear();
        return records;
    }

    @Override
    public <T> List<T> list(Function<Record, T> row) {
        failIfConsumed();
        buffer();
        var list = new ArrayList<T>(rows.ready.size());
        while (!rows.ready.isEmpty()) {
            list.add(row.apply(rows.ready.remove()));
        }
        return list;
    }

    /** Runs the statement to its end, without its rows. */
    @Override
    public ResultSummary consume() {
        rows.isWanted = false;
        rows.ready.clear();
        buffer();
        isConsumed = true;
        return DriverSummaries.of(statement, execution, database, rows.statistics);
    }

    @Override
    public boolean isOpen() {
        return !isConsumed;
    }

    private void failIfConsumed() {
        if (isConsumed) {
            throw new ResultConsumedException("The rows of this statement have been consumed");
        }
    }

    /** Takes the rows from the database, which calls it in the thread that requests them. */
    private static final class Rows implements QuerySubscriber {

        private final Queue<Record> ready = new ArrayDeque<>();
        private final DriverValues values;
        private List<String> keys = List.of();
        private Value[] fields = {};
        private boolean isWanted = true;
        private QueryStatistics statistics = QueryStatistics.EMPTY;
        private @Nullable Exception problem;

        Rows(DriverValues values) {
            this.values = values;
        }

        @Override
        public void onResult(int numberOfFields) {
            fields = new Value[numberOfFields];
        }

        @Override
        public void onRecord() {
            fields = new Value[fields.length];
        }

        @Override
        public void onField(int offset, AnyValue value) {
            if (isWanted) {
                fields[offset] = value.map(values);
            }
        }

        @Override
        public void onRecordCompleted() {
            if (isWanted) {
                ready.add(new InternalRecord(keys, Arrays.asList(fields)));
            }
        }

        @Override
        public void onError(Throwable throwable) throws Exception {
            if (throwable instanceof Error error) {
                throw error;
            }
            problem = (Exception) throwable;
        }

        @Override
        public void onResultCompleted(QueryStatistics counted) {
            statistics = counted;
        }
    }
}

package io.throughline;

import static java.util.stream.Collectors.toCollection;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.throughline.infra.cypher.GraphReader;
import io.throughline.infra.cypher.GraphWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.LoggerFactory;

/** Notes which statements run between its making and its closing. */
public final class StatementLog implements AutoCloseable {

    /** Read when the graph may have changed, or every now and then, not for what a document asks. */
    private static final Set<String> BESIDE = Set.of(
            "cypher/graph-version",
            "entity/ids-of-merged",
            "entity/ids-that-exist",
            "ingest/quiet-runs",
            "membership/coverage-of-all-organizations",
            "membership/tracks-of-organizations",
            "overlap/spells-of-organizations");

    private final Logger logger = (Logger) LoggerFactory.getLogger(GraphReader.class);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    public StatementLog() {
        appender.start();
        logger.setLevel(Level.TRACE);
        logger.setAdditive(false);
        logger.addAppender(appender);
    }

    /** A log that starts without anything cached by earlier requests, as after any write. */
    public static StatementLog afterWrite(GraphWriter writer) {
        writer.write(transaction -> null);
        return new StatementLog();
    }

    /** Each statement once, by file, with how often it ran: {@code entity/entities-by-id ×3}. */
    public List<String> runs() {
        var counts = new TreeMap<String, Integer>();
        for (var event : events(Level.DEBUG)) {
            counts.merge(event.getFormattedMessage().replace(".cypher", ""), 1, Integer::sum);
        }
        counts.keySet().removeAll(BESIDE);
        return counts.entrySet().stream()
                .map(run -> "%s ×%d".formatted(run.getKey(), run.getValue()))
                .toList();
    }

    /** Each text sent to the database once, after its file: what the database has to plan. */
    public Set<String> texts() {
        return events(Level.TRACE).stream()
                .filter(event -> BESIDE.stream().noneMatch(event.getFormattedMessage()::startsWith))
                .map(ILoggingEvent::getFormattedMessage)
                .collect(toCollection(TreeSet::new));
    }

    private List<ILoggingEvent> events(Level level) {
        return List.copyOf(appender.list).stream()
                .filter(event -> event.getLevel() == level)
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setAdditive(true);
        logger.setLevel(null);
    }
}

package io.throughline.infra.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a request may take at most. The defaults are told to callers in {@code graphql/schema.graphqls} and {@code
 * docs/http.md}.
 *
 * @param characters of a document
 * @param tokens of a document: names, values, punctuation
 * @param depth levels of fields within each other, fragments put in, and of values within each other
 * @param fields that are run, fragments put in
 * @param aliases in a document
 * @param directives applied in a document
 * @param fragments defined in a document
 * @param spreads of fragments in a document
 * @param inputList entries of a list given as an argument, in the document or in a variable
 * @param variables values in the variables, counting those within others
 * @param filters that the filter of a list may be made of, as the database takes long to plan many
 * @param filterDepth filters within each other
 * @param pageSize entries of one page
 * @param cost nodes that could be found if every page were full
 * @param values fields of all those nodes that could be given
 * @param time from the beginning of the run to its end; what runs in the database then is ended, too
 * @param body of a request, uncompressed
 * @param bodyTime until the whole body has come
 * @param slowBodies being waited for at once, where each takes a thread of the server (before JDK 21); further ones are
 *     dropped
 * @param exports downloads that run at once; further ones are told to come again
 * @param exportTime from the beginning of a download to its end; what runs in the database then is ended, too
 * @param upload of a file that is sent to be imported
 * @param connections of callers that are told of changes, WebSockets and event streams, at once
 * @param subscriptions operations at once over one WebSocket
 * @param connectionInit until the first message of a WebSocket has come
 * @param keepAlive between signs of life on a connection on which nothing happens; a WebSocket whose caller gives none for
 *     three times as long is closed
 * @param introspection whether callers may ask about the schema
 */
@ConfigurationProperties("throughline.limits")
public record RequestLimits(
        @DefaultValue("100000") int characters,
        @DefaultValue("5000") int tokens,
        @DefaultValue("25") int depth,
        @DefaultValue("500") int fields,
        @DefaultValue("100") int aliases,
        @DefaultValue("50") int directives,
        @DefaultValue("50") int fragments,
        @DefaultValue("200") int spreads,
        @DefaultValue("1000") int inputList,
        @DefaultValue("10000") int variables,
        @DefaultValue("50") int filters,
        @DefaultValue("10") int filterDepth,
        @DefaultValue("500") int pageSize,
        @DefaultValue("500000") long cost,
        @DefaultValue("2000000") long values,
        @DefaultValue("10s") Duration time,
        @DefaultValue("1MB") DataSize body,
        @DefaultValue("10s") Duration bodyTime,
        @DefaultValue("50") int slowBodies,
        @DefaultValue("4") int exports,
        @DefaultValue("10m") Duration exportTime,
        @DefaultValue("100MB") DataSize upload,
        @DefaultValue("500") int connections,
        @DefaultValue("50") int subscriptions,
        @DefaultValue("10s") Duration connectionInit,
        @DefaultValue("25s") Duration keepAlive,
        @DefaultValue("true") boolean introspection) {}

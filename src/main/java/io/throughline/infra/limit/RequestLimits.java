package io.throughline.infra.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of a request. Callers find the defaults in {@code docs/http.md}.
 *
 * @param characters of a document
 * @param tokens of a document: names, values, punctuation
 * @param depth levels of nested fields, with fragments expanded, and of nested values
 * @param fields that are executed, with fragments expanded
 * @param aliases in a document
 * @param directives applied in a document
 * @param fragments defined in a document
 * @param spreads of fragments in a document
 * @param inputList entries of a list given as an argument, in the document or in a variable
 * @param variables values in the variables, including nested ones
 * @param filters within the filter of a list, as many take the database long to plan
 * @param filterDepth levels of nested filters
 * @param pageSize entries of one page
 * @param cost nodes that could be found if every page were full
 * @param values fields of all those nodes that could be returned
 * @param time from the start of execution to its end; statements still running in the database are then stopped, too
 * @param body of a request, uncompressed
 * @param bodyTime until the whole body has been received
 * @param slowBodies being received at once, where each takes a thread of the server (before JDK 21); further ones are dropped
 * @param exports downloads that run at once; further ones are asked to try again later
 * @param exportTime from the start of a download to its end; statements still running in the database are then stopped, too
 * @param upload size of a file uploaded for import
 * @param connections of subscribers, WebSockets and event streams, at once
 * @param subscriptions operations at once over one WebSocket
 * @param connectionInit until the first message of a WebSocket has been received
 * @param keepAlive between keep-alive messages on an idle connection; a WebSocket whose caller sends nothing for three times as
 *     long is closed
 * @param introspection whether callers may query the schema
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

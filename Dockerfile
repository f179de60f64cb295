# Holds the jar of `mvn package`: build it first. On its own it runs with its database in /app/data; docker-compose.yml
# puts it on a Neo4j server.
# JDK 25 or later
ARG BASE=eclipse-temurin:25-jre

FROM ${BASE} AS layers
WORKDIR /build
COPY target/throughline-*.jar throughline.jar
RUN java -Djarmode=tools -jar throughline.jar extract --layers --destination layers

FROM ${BASE}
RUN useradd --system --uid 10001 --home-dir /app throughline \
 && mkdir -p /app/data && chown throughline /app/data
WORKDIR /app
# what changes least comes first, so that a new version is a small download
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
# Runs once with a database of its own, so that the JVM notes which classes and methods it needs; later starts take half the
# processor time. Once ready, it is given time to run the example documents, as at every start.
SHELL ["/bin/bash", "-c"]
RUN java --sun-misc-unsafe-memory-access=allow -XX:AOTCacheOutput=throughline.aot -jar throughline.jar --throughline.store.directory=trial & \
    until (exec 3<>/dev/tcp/127.0.0.1/8080) 2>/dev/null; do kill -0 $! || exit 1; sleep 1; done; \
    sleep 30; kill $!; wait $!; rm -r trial; test -f throughline.aot
USER throughline
VOLUME /app/data
EXPOSE 8080
# healthy when the data is loaded and the database answers; bash alone, as the image need not have curl
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
# JDK 25 warns about what Neo4j 5 uses; the option exists from JDK 23
ENTRYPOINT ["java", "--sun-misc-unsafe-memory-access=allow", "-XX:AOTCache=throughline.aot", "-Xlog:aot*=error", "-XX:MaxRAMPercentage=60", "-jar", "throughline.jar"]

package io.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs for Node that use packages of npm, to test with libraries that nobody here wrote.
 *
 * @param folder with the programs and their {@code package-lock.json}
 */
public record NodePrograms(Path folder) {

    /** The programs in a folder, with their packages installed unless they match the lock file already; needs Node. */
    public static NodePrograms in(String folder) throws IOException, InterruptedException {
        Requirement.require(onPath("node") && onPath("npm"), "node and npm are needed to run " + folder);
        var programs = new NodePrograms(Path.of(folder));
        var stamp = programs.folder.resolve("node_modules/.stamp");
        var wanted = Files.readString(programs.folder.resolve("package-lock.json"));
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
            programs.command("npm", "ci", "--loglevel=error");
            Files.writeString(stamp, wanted);
        }
        return programs;
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** Runs a program, which must succeed within five minutes, and returns what it prints. */
    public String run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", program));
        command.addAll(List.of(arguments));
        return command(command.toArray(String[]::new));
    }

    private String command(String... command) throws IOException, InterruptedException {
        var output = Files.createTempFile("node-program", ".log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            var ended = process.waitFor(5, TimeUnit.MINUTES);
            process.destroyForcibly();
            var printed = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended && process.exitValue() == 0)
                    .as("%s: %s", String.join(" ", command), printed)
                    .isTrue();
            return printed;
        } finally {
            Files.delete(output);
        }
    }
}

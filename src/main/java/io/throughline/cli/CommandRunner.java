package io.throughline.cli;

import io.throughline.infra.backup.BackupRejectedException;
import io.throughline.intake.ingest.DatabaseLostException;
import io.throughline.intake.ingest.ImportRejectedException;
import io.throughline.intake.mapping.InvalidMappingException;
import io.throughline.intake.tabular.UnreadableFileException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs a command of the command line and says how it ended. */
@Command(
        name = "throughline",
        description = "A knowledge graph of climate campaigns, city networks and cities.",
        subcommands = {
            ImportCommand.class,
            ValidateCommand.class,
            ResolveCommand.class,
            UndoCommand.class,
            ExportCommand.class,
            CommandRunner.Serve.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandRunner.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%n",
        footer = {
            "Without a command the server starts: http://localhost:8080/graphiql",
            "The database is the one in ./data. One program at a time can use it: stop the server before a command, or",
            "give the address of a Neo4j server.",
            "  --throughline.store.directory=FOLDER               another folder",
            "  --spring.neo4j.uri=bolt://HOST:7687                a server, with",
            "  --spring.neo4j.authentication.username=neo4j",
            "  --spring.neo4j.authentication.password=PASSWORD",
            "",
            "Exit status: 0 all is well; 1 done, and lines were rejected or wait for a person; 2 nothing was done."
        })
public final class CommandRunner {

    /** What ended well. */
    static final int WELL = 0;

    /** What was done but needs a person. */
    static final int NEEDS_PERSON = 1;

    /** Nothing was done. */
    static final int NOTHING = 2;

    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version", "help");

    private CommandRunner() {}

    /** Starts the server; what the application itself does, so it is never run from here. */
    @Command(name = "serve", description = "Starts the server. The same as no command.")
    static final class Serve implements Runnable {

        @Override
        public void run() {
            throw new IllegalStateException("The application serves by itself");
        }
    }

    /** Of the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = CommandRunner.class.getPackage().getImplementationVersion();
            return new String[] {"Throughline " + (version == null ? "(not packaged)" : version)};
        }
    }

    /** Whether the arguments ask for a command, and not for the server. */
    public static boolean isAskedFor(String... arguments) {
        return words(arguments).stream()
                .findFirst()
                .filter(word -> !word.equals("serve"))
                .filter(word -> !word.startsWith("-") || HELP.contains(word))
                .isPresent();
    }

    /** The arguments of the server, without the word. */
    public static String[] ofServer(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !argument.equals("serve"))
                .toArray(String[]::new);
    }

    /**
     * Runs a command.
     *
     * @param application the class with Spring's annotations, to reach the database by
     * @return the exit status: 0 well, 1 a person has to look, 2 nothing was done
     */
    public static int run(Class<?> application, String... arguments) {
        var out = System.out;
        var err = System.err;
        // names have letters of all scripts, and cron and containers often have a locale of none
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        // the log goes where it is in nobody's way; what a command says can be sent on to another
        System.setOut(System.err);
        var words = words(arguments);
        var settings = new ArrayList<>(Arrays.asList(arguments));
        settings.removeAll(words);
        try (var graph = new CommandContext(application, settings)) {
            return commandLine(graph, new PrintStream(out, true, StandardCharsets.UTF_8))
                    .execute(words.toArray(String[]::new));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static CommandLine commandLine(CommandContext graph, PrintStream out) {
        var line = new CommandLine(new CommandRunner(), new Factory(graph, out));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((problem, command, parsed) -> failed(problem, command));
        return line;
    }

    /** Says in a line what is wrong, if it is something a person can mend. */
    private static int failed(Exception problem, CommandLine command) {
        command.getErr().println(command.getColorScheme().errorText(said(problem)));
        return problem instanceof DatabaseLostException ? NEEDS_PERSON : NOTHING;
    }

    private static String said(Exception problem) {
        var code = code(problem);
        return code == null ? CommandContext.explain(problem) : "%s (%s)".formatted(problem.getMessage(), code);
    }

    private static @Nullable String code(Exception problem) {
        if (problem instanceof ImportRejectedException refused) {
            return refused.code();
        }
        if (problem instanceof BackupRejectedException refused) {
            return refused.code();
        }
        if (problem instanceof UnreadableFileException unreadable) {
            return unreadable.code();
        }
        if (problem instanceof CommandRejectedException refused) {
            return refused.code;
        }
        if (problem instanceof DatabaseLostException) {
            return "BROKEN_OFF";
        }
        return problem instanceof InvalidMappingException ? "MAPPING_MISTAKE" : null;
    }

    /** What is no setting of Spring: those have a dot in their name. */
    private static List<String> words(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !argument.matches("--[A-Za-z][\\w-]*\\.[\\w.-]+(=.*)?|--debug"))
                .toList();
    }

    /** Gives each command the database and the place to write to. */
    private record Factory(CommandContext graph, PrintStream out) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type.equals(ImportCommand.class)) {
                return type.cast(new ImportCommand(graph, out));
            }
            if (type.equals(ValidateCommand.class)) {
                return type.cast(new ValidateCommand(graph, out));
            }
            if (type.equals(ResolveCommand.class)) {
                return type.cast(new ResolveCommand(graph, out));
            }
            if (type.equals(UndoCommand.class)) {
                return type.cast(new UndoCommand(graph, out));
            }
            if (type.equals(ExportCommand.class)) {
                return type.cast(new ExportCommand(graph, out));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    /** Something a person asked for that cannot be done. */
    static final class CommandRejectedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String code;

        CommandRejectedException(String code, String message) {
            super(message);
            this.code = code;
        }
    }
}

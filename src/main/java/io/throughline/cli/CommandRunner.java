package io.throughline.cli;

import io.throughline.infra.problem.CodedProblem;
import io.throughline.intake.ingest.DatabaseLostException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs a command given on the command line and returns its exit status. */
@Command(
        name = "throughline",
        description = "A knowledge graph of climate campaigns, city networks and cities.",
        subcommands = {
            ImportCommand.class,
            ValidateCommand.class,
            MappingCommand.class,
            ListsCommand.class,
            ResolveCommand.class,
            UndoCommand.class,
            ExportCommand.class,
            DatasetCommand.class,
            CommandRunner.Serve.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandRunner.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%n",
        footer = {
            "Without a command, the server starts: http://localhost:8080/graphiql",
            "The database is in the folder ./data. Only one program at a time can open it: stop the server before you"
                    + " run a",
            "command, or use a Neo4j server.",
            "  --throughline.store.directory=FOLDER               use another folder",
            "  --spring.neo4j.uri=bolt://HOST:7687                use a Neo4j server, with",
            "  --spring.neo4j.authentication.username=neo4j",
            "  --spring.neo4j.authentication.password=PASSWORD",
            "",
            "Exit status: 0 success; 1 done, but some lines were rejected or wait for a decision; 2 nothing was done."
        })
public final class CommandRunner {

    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version", "help");

    private CommandRunner() {}

    /** Listed in the help only: the application itself starts the server. */
    @Command(name = "serve", description = "Starts the server, as does no command at all.")
    static final class Serve implements Runnable {

        @Override
        public void run() {
            throw new IllegalStateException("The application starts the server itself");
        }
    }

    /** Reads the version from the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = CommandRunner.class.getPackage().getImplementationVersion();
            return new String[] {"Throughline " + (version == null ? "(not packaged)" : version)};
        }
    }

    /** Whether the arguments name a command other than {@code serve}. */
    public static boolean isCommand(String... arguments) {
        return commandArguments(arguments).stream()
                .findFirst()
                .filter(argument -> !argument.equals("serve"))
                .filter(argument -> !argument.startsWith("-") || HELP.contains(argument))
                .isPresent();
    }

    /** The arguments for the server: all but the word {@code serve}. */
    public static String[] serverArguments(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !argument.equals("serve"))
                .toArray(String[]::new);
    }

    /**
     * Runs a command.
     *
     * @param application the Spring Boot application class, which opens the database
     * @return the exit status: 0 success, 1 done but a person has to decide something, 2 nothing was done
     */
    public static int run(Class<?> application, String... arguments) {
        var out = System.out;
        var err = System.err;
        // names use all scripts, and cron jobs and containers often run without a UTF-8 locale
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        // the log goes to standard error, so that a command's output can be piped
        System.setOut(System.err);
        var commandArguments = commandArguments(arguments);
        var settings = new ArrayList<>(Arrays.asList(arguments));
        settings.removeAll(commandArguments);
        try (var context = new CommandContext(application, settings)) {
            return commandLine(context, new PrintStream(out, true, StandardCharsets.UTF_8))
                    .execute(commandArguments.toArray(String[]::new));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static CommandLine commandLine(CommandContext context, PrintStream out) {
        var commandLine = new CommandLine(new CommandRunner(), new Factory(context, out));
        commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        commandLine.setUsageHelpAutoWidth(true);
        commandLine.setExecutionExceptionHandler((problem, command, parsed) -> printError(problem, command));
        return commandLine;
    }

    /** Prints what is wrong in one line. */
    private static int printError(Exception problem, CommandLine command) {
        command.getErr().println(command.getColorScheme().errorText(message(problem)));
        return problem instanceof DatabaseLostException ? ExitStatus.NEEDS_DECISION : ExitStatus.NOTHING_DONE;
    }

    private static String message(Exception problem) {
        return problem instanceof CodedProblem coded
                ? "%s (%s)".formatted(coded.getMessage(), coded.code())
                : CommandContext.rootMessage(problem);
    }

    /** The arguments that are not Spring settings, which have a dot in their name. */
    private static List<String> commandArguments(String... arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !argument.matches("--[A-Za-z][\\w-]*\\.[\\w.-]+(=.*)?|--debug"))
                .toList();
    }

    /** Creates each command with the application context and the stream to write to. */
    private record Factory(CommandContext context, PrintStream out) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type.equals(ImportCommand.class)) {
                return type.cast(new ImportCommand(context, out));
            }
            if (type.equals(ValidateCommand.class)) {
                return type.cast(new ValidateCommand(context, out));
            }
            if (type.equals(MappingCommand.Suggest.class)) {
                return type.cast(new MappingCommand.Suggest(context, out));
            }
            if (type.equals(ListsCommand.class)) {
                return type.cast(new ListsCommand(context, out));
            }
            if (type.equals(ListsCommand.Add.class)) {
                return type.cast(new ListsCommand.Add(context, out));
            }
            if (type.equals(ResolveCommand.class)) {
                return type.cast(new ResolveCommand(context, out));
            }
            if (type.equals(UndoCommand.class)) {
                return type.cast(new UndoCommand(context, out));
            }
            if (type.equals(ExportCommand.class)) {
                return type.cast(new ExportCommand(context, out));
            }
            if (type.equals(DatasetCommand.Write.class)) {
                return type.cast(new DatasetCommand.Write(context, out));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}

package io.throughline.cli;

import io.throughline.intake.catalog.DownloadedFile;
import io.throughline.intake.catalog.ListDownloader;
import io.throughline.intake.catalog.ListImports;
import io.throughline.intake.catalog.PublishedList;
import io.throughline.intake.ingest.ImportRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code lists}. */
@Command(
        name = "lists",
        description = {
            "Shows the published lists that can be imported, and which of them have been.",
            "\"lists add ID\" downloads one and imports it."
        },
        subcommands = ListsCommand.Add.class,
        mixinStandardHelpOptions = true,
        footerHeading = "%nFor example:%n",
        footer = {"  throughline lists", "  throughline lists add climactor-2022-12 --accept-licence"})
final class ListsCommand implements Callable<Integer> {

    @Option(
            names = {"-l", "--long"},
            description = "Show all that is known about each list: content, what the licence allows, address, mapping,"
                    + " SHA-256 …")
    private boolean isLong;

    private final CommandContext context;
    private final PrintStream out;

    ListsCommand(CommandContext context, PrintStream out) {
        this.context = context;
        this.out = out;
    }

    @Override
    public Integer call() {
        var lists = context.lists().all();
        var imported = imported(lists);
        if (isLong) {
            lists.forEach(list -> {
                describe(list, out);
                out.println("  imported: " + imported.get(list.id()));
                out.println();
            });
        } else {
            var row = "%%-%ds  %%-10s  %%11s  %%-8s  %%-%ds  %%s"
                    .formatted(longest(lists, PublishedList::id), longest(lists, PublishedList::licence));
            out.println(row.formatted("ID", "EDITION", "BYTES", "IMPORTED", "LICENCE", "TITLE"));
            lists.forEach(list -> out.println(row.formatted(
                    list.id(),
                    list.edition().text(),
                    list.size() == null ? "?" : "%,d".formatted(list.size()),
                    imported.get(list.id()),
                    list.licence(),
                    list.title())));
        }
        return ExitStatus.SUCCESS;
    }

    private static int longest(List<PublishedList> lists, Function<PublishedList, String> column) {
        return lists.stream()
                .mapToInt(list -> column.apply(list).length())
                .max()
                .orElse(1);
    }

    /** By id of the list: yes, no, or a question mark if the database cannot be opened. */
    private Map<String, String> imported(List<PublishedList> lists) {
        var imported = new HashMap<String, String>();
        lists.forEach(list -> imported.put(list.id(), "no"));
        if (context.hasDatabase()) {
            try {
                var imports = context.get(ListImports.class)
                        .with(lists.stream().map(PublishedList::mapping).toList());
                lists.forEach(list -> {
                    var found = imports.get(list.mapping());
                    if (found != null) {
                        imported.put(list.id(), found.completed() ? "yes" : "in part");
                    }
                });
            } catch (RuntimeException e) {
                System.err.println("The database cannot be opened, so it is not known which lists were imported: "
                        + CommandContext.rootMessage(e));
                lists.forEach(list -> imported.put(list.id(), "?"));
            }
        }
        return imported;
    }

    /** Prints all that is known about a list, except whether it was imported. */
    private static void describe(PublishedList list, PrintStream out) {
        out.println("%s (%s)".formatted(list.title(), list.id()));
        out.println("  publisher: " + list.publisher());
        out.println("  content: " + list.content());
        out.println("  edition: " + list.edition().text());
        out.println("  licence: "
                + list.licence()
                + (list.licenceUrl() == null ? "" : " (%s)".formatted(list.licenceUrl())));
        out.println("  what it allows: " + list.allows());
        out.println("  address: " + (list.url() == null ? "none; see its page" : list.url()));
        out.println("  page: " + list.pageUrl());
        out.println("  size: " + (list.size() == null ? "not recorded" : "%,d bytes".formatted(list.size())));
        out.println("  SHA-256: " + (list.sha256() == null ? "not recorded" : list.sha256()));
        out.println("  mapping: " + list.mapping());
        if (list.note() != null) {
            out.println("  note: " + list.note());
        }
    }

    /** The command {@code lists add}. */
    @Command(
            name = "add",
            description = {
                "Downloads a published list and imports it. A download that broke off is resumed by the same command.",
                "If the file is not the edition that the mapping was written for, it is only read, as a dry run."
            },
            mixinStandardHelpOptions = true,
            sortOptions = false,
            footerHeading = "%nFor example:%n",
            footer = {
                "  throughline lists add climactor-2022-12",
                "  throughline lists add climactor-2022-12 --accept-licence --report report.html",
                "  throughline lists add climactor-2022-12 --accept-licence --file climactor.csv"
            })
    static final class Add implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "The id of the list, as \"lists\" shows it.")
        private String id = "";

        @Option(
                names = {"--accept-licence", "--accept-license"},
                description = "You have read the licence that is shown and may use the list.")
        private boolean isLicenceAccepted;

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "Import this file, which you downloaded yourself, instead of downloading it.")
        private @Nullable Path file;

        @Option(names = "--dry-run", description = "Record nothing, only report what would be recorded.")
        private boolean isDryRun;

        @Option(
                names = "--accept-changes",
                description = "Import the file even if it is not the edition that the mapping was written for.")
        private boolean areChangesAccepted;

        @Option(
                names = "--report",
                paramLabel = "REPORT",
                description =
                        "Write what became of each line to a .csv or .html file, or with - as CSV to standard output."
                                + " Can be repeated.")
        private List<String> reports = new ArrayList<>();

        @Option(
                names = "--person",
                paramLabel = "NAME",
                defaultValue = "${sys:user.name}",
                description = "Who is responsible for the import. Default: ${DEFAULT-VALUE}.")
        private String person = "";

        private final CommandContext context;
        private final PrintStream out;

        Add(CommandContext context, PrintStream out) {
            this.context = context;
            this.out = out;
        }

        @Override
        public Integer call() throws IOException {
            var session = new ImportSession(context, out, reports);
            session.checkReports();
            var list = context.lists().required(id);
            var info = reports.contains("-") ? System.err : out;
            describe(list, info);
            info.println();
            if (!isLicenceAccepted) {
                throw new CommandRejectedException(
                        "LICENCE_NOT_ACCEPTED",
                        "Nothing was downloaded: read the licence of '%s' above and, if you may use the list, run the command again with --accept-licence"
                                .formatted(id));
            }
            var mapping = context.mapping(list.mapping());
            var copy = file(list);
            var isChanged = list.sha256() != null && !list.sha256().equals(copy.sha256());
            var apply = !isDryRun && (!isChanged || areChangesAccepted);
            info.println(finding(list, copy, isChanged, apply));
            info.println();
            var status = session.importList(
                    new ImportRequest(copy.path(), String.valueOf(copy.path().getFileName()), mapping, person, apply));
            if (isChanged && !apply && !isDryRun) {
                info.println();
                info.println("Nothing was recorded. If the report is as you expect, run the command again with"
                        + " --accept-changes.");
                return Math.max(status, ExitStatus.NEEDS_DECISION);
            }
            return status;
        }

        private DownloadedFile file(PublishedList list) throws IOException {
            if (file == null) {
                try (var progress = DownloadDisplay.create()) {
                    return context.downloader().download(list, progress);
                }
            }
            if (!Files.isRegularFile(file)) {
                throw new CommandRejectedException("NO_FILE", "'%s' does not exist or is not a file".formatted(file));
            }
            return ListDownloader.describe(file);
        }

        /** What is known about the edition of a file. */
        private static String finding(PublishedList list, DownloadedFile copy, boolean isChanged, boolean apply) {
            var read = "%s: %,d bytes, SHA-256 %s.".formatted(copy.path(), copy.size(), copy.sha256());
            if (list.sha256() == null) {
                return read + " No hash is recorded for this list, so the edition cannot be checked.";
            }
            if (!isChanged) {
                return read + " This is the edition that the mapping was written for.";
            }
            return read
                    + " The file has changed: the mapping was written for the edition of %s with SHA-256 %s. %s"
                            .formatted(
                                    list.edition().text(),
                                    list.sha256(),
                                    apply ? "It is imported all the same." : "This is a dry run.");
        }
    }
}

package io.throughline.cli;

import io.throughline.intake.ingest.ImportRejectedException;
import io.throughline.intake.ingest.ReviewDecision;
import io.throughline.intake.ingest.ReviewSettler;
import io.throughline.intake.matching.AgentMatch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code resolve}. */
@Command(
        name = "resolve",
        description = {
            "Resolves the questions that imports leave open: which city or organization does a list mean?",
            "In a terminal it asks one question after another; otherwise it lists them. Answers are remembered, and the"
                    + " memberships that were waiting for an answer are recorded at once."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nFor example:%n",
        footer = {
            "  throughline resolve",
            "  throughline resolve --item review.climactor-2022-12.0a1b2c3d4e5f6071 --agent cambridge-ma"
        })
final class ResolveCommand implements Callable<Integer> {

    /** How many candidates are shown at once. */
    private static final int CANDIDATES_SHOWN = 10;

    private static final int PAGE_SIZE = 100;

    @Option(names = "--item", paramLabel = "ITEM", description = "The question to answer.")
    private @Nullable String item;

    /** Exactly one of these. */
    static final class AnswerOptions {
        @Option(names = "--agent", paramLabel = "ID", description = "The name means this agent, which is in the graph.")
        private @Nullable String agent;

        @Option(
                names = "--not",
                paramLabel = "ID",
                description = "The name does not mean this agent; the question stays open.")
        private @Nullable String not;

        @Option(
                names = "--add",
                paramLabel = "ID",
                description = "The name means this candidate, which is not in the graph yet: add it.")
        private @Nullable String add;

        @Option(names = "--unsure", description = "This cannot be decided for now.")
        private boolean unsure;

        @Option(
                names = "--none",
                description = "None of the candidates is right; the waiting memberships are not recorded.")
        @SuppressWarnings("UnusedVariable") // the answer if no other is given
        private boolean none;
    }

    @ArgGroup
    private @Nullable AnswerOptions answer;

    @Option(
            names = "--person",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who answers. Default: ${DEFAULT-VALUE}.")
    private String person = "";

    private final CommandContext context;
    private final PrintStream out;

    ResolveCommand(CommandContext context, PrintStream out) {
        this.context = context;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if ((item == null) != (answer == null)) {
            throw new CommandRejectedException(
                    "ANSWER_INCOMPLETE",
                    "To answer a question, give both --item and one of --agent, --not, --add, --unsure, --none");
        }
        var settler = context.get(ReviewSettler.class);
        if (item != null && answer != null) {
            settle(settler, item, decision(answer), agent(answer));
            return ExitStatus.SUCCESS;
        }
        return TerminalCheck.isInteractive() ? ask(settler) : list(settler);
    }

    private static ReviewDecision decision(AnswerOptions answer) {
        if (answer.agent != null) {
            return ReviewDecision.SAME;
        }
        if (answer.not != null) {
            return ReviewDecision.NOT_SAME;
        }
        if (answer.add != null) {
            return ReviewDecision.ADD;
        }
        return answer.unsure ? ReviewDecision.UNSURE : ReviewDecision.NONE_OF_THESE;
    }

    private static @Nullable String agent(AnswerOptions answer) {
        if (answer.agent != null) {
            return answer.agent;
        }
        return answer.not != null ? answer.not : answer.add;
    }

    private int list(ReviewSettler settler) {
        var count = 0;
        for (var page = settler.open("", PAGE_SIZE); !page.isEmpty(); ) {
            for (var question : page) {
                show(question);
            }
            count += page.size();
            page = settler.open(page.get(page.size() - 1).item().id(), PAGE_SIZE);
        }
        out.println("Open questions: %,d".formatted(count));
        return count == 0 ? ExitStatus.SUCCESS : ExitStatus.NEEDS_DECISION;
    }

    private int ask(ReviewSettler settler) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        for (var page = settler.open("", PAGE_SIZE); !page.isEmpty(); ) {
            for (var question : page) {
                show(question);
                if (!ask(settler, question, input)) {
                    return ExitStatus.SUCCESS;
                }
            }
            page = settler.open(page.get(page.size() - 1).item().id(), PAGE_SIZE);
        }
        out.println("No more questions.");
        return ExitStatus.SUCCESS;
    }

    private void show(ReviewSettler.OpenQuestion question) {
        var written = question.item().written();
        out.println("%n%s%s%s".formatted(written.name(), suffix(written.state()), suffix(written.country())));
        out.println("  %s, memberships waiting: %,d (%s)"
                .formatted(
                        question.item().sourceId(),
                        question.waiting(),
                        question.item().id()));
        out.println("  %s".formatted(question.item().reason()));
        showCandidates(question, 0);
    }

    /** Shows a page of candidates; returns the number of those shown so far. */
    private int showCandidates(ReviewSettler.OpenQuestion question, int shown) {
        var candidates = question.item().candidates();
        var end = Math.min(shown + CANDIDATES_SHOWN, candidates.size());
        for (var i = shown; i < end; i++) {
            var candidate = candidates.get(i);
            out.println("  %d  %s  %s%s  %.2f  %s"
                    .formatted(
                            i + 1,
                            candidate.name(),
                            id(candidate),
                            candidate.agentId() == null ? " (to be added)" : "",
                            candidate.score(),
                            candidate.reason()));
        }
        if (end < candidates.size()) {
            out.println("  … and %,d more".formatted(candidates.size() - end));
        }
        return end;
    }

    /** Asks one question until it is answered or skipped; false to quit. */
    private boolean ask(ReviewSettler settler, ReviewSettler.OpenQuestion question, BufferedReader input)
            throws IOException {
        var candidates = question.item().candidates();
        var shown = Math.min(CANDIDATES_SHOWN, candidates.size());
        while (true) {
            out.print("Number, id of another agent, %sn (none of these), u (unsure), s (skip), q (quit)? "
                    .formatted(shown < candidates.size() ? "m (more candidates), " : ""));
            out.flush();
            var line = input.readLine();
            var entry = line == null ? "q" : line.strip().toLowerCase(Locale.ROOT);
            switch (entry) {
                case "q" -> {
                    return false;
                }
                case "", "s" -> {
                    return true;
                }
                case "m" -> shown = showCandidates(question, shown);
                default -> {
                    if (settle(settler, question, candidates, entry)) {
                        return true;
                    }
                }
            }
        }
    }

    private boolean settle(
            ReviewSettler settler,
            ReviewSettler.OpenQuestion question,
            List<AgentMatch.Candidate> candidates,
            String entry) {
        var id = question.item().id();
        try {
            if (entry.equals("n") || entry.equals("u")) {
                settle(settler, id, entry.equals("n") ? ReviewDecision.NONE_OF_THESE : ReviewDecision.UNSURE, null);
            } else if (entry.matches("\\d{1,3}")) {
                var number = Integer.parseInt(entry);
                if (number < 1 || number > candidates.size()) {
                    out.println("There is no candidate %d: enter a number from 1 to %d."
                            .formatted(number, candidates.size()));
                    return false;
                }
                var chosen = candidates.get(number - 1);
                settle(settler, id, chosen.agentId() == null ? ReviewDecision.ADD : ReviewDecision.SAME, id(chosen));
            } else {
                settle(settler, id, ReviewDecision.SAME, entry);
            }
            return true;
        } catch (ImportRejectedException e) {
            out.println(e.getMessage());
            return false;
        }
    }

    private void settle(ReviewSettler settler, String itemId, ReviewDecision decision, @Nullable String agentId) {
        var settled = settler.resolve(new ReviewSettler.ReviewAnswer(itemId, decision, agentId, null), person);
        out.println("%s; memberships recorded: %,d"
                .formatted(settled.item().state(), settled.recorded().size()));
    }

    private static String id(AgentMatch.Candidate candidate) {
        if (candidate.agentId() != null) {
            return candidate.agentId();
        }
        return candidate.addition() == null ? "?" : candidate.addition().id();
    }

    private static String suffix(@Nullable String text) {
        return text == null ? "" : ", " + text;
    }
}

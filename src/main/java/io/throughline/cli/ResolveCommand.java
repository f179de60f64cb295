package io.throughline.cli;

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

/** {@code resolve}. */
@Command(
        name = "resolve",
        description = {
            "Goes through the questions that imports leave to a person: whom does a list mean?",
            "On a terminal one after the other; elsewhere it lists them. Answers are remembered, and what waited for one is"
                    + " recorded at once."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nFor example:%n",
        footer = {
            "  throughline resolve",
            "  throughline resolve --item review.climactor-2022-12.0a1b2c3d4e5f6071 --agent cambridge-ma"
        })
final class ResolveCommand implements Callable<Integer> {

    private static final int A_TIME = 100;

    @Option(names = "--item", paramLabel = "ITEM", description = "Answer this question.")
    private @Nullable String item;

    /** One of these. */
    static final class Answer {
        @Option(names = "--agent", paramLabel = "ID", description = "It is this agent of the graph.")
        private @Nullable String agent;

        @Option(names = "--not", paramLabel = "ID", description = "It is not this one; the question stays.")
        private @Nullable String not;

        @Option(names = "--add", paramLabel = "ID", description = "It is this candidate, which is to be added.")
        private @Nullable String add;

        @Option(names = "--unsure", description = "Nobody can tell for now.")
        private boolean unsure;

        @Option(names = "--none", description = "It is none of the candidates; what waits is not recorded.")
        @SuppressWarnings("UnusedVariable") // what remains when no other answer is given
        private boolean none;
    }

    @ArgGroup
    private @Nullable Answer answer;

    @Option(
            names = "--person",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Who answers. By default: ${DEFAULT-VALUE}.")
    private String person = "";

    private final CommandContext graph;
    private final PrintStream out;

    ResolveCommand(CommandContext graph, PrintStream out) {
        this.graph = graph;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if ((item == null) != (answer == null)) {
            throw new CommandRunner.CommandRejectedException(
                    "ANSWER_INCOMPLETE",
                    "An answer needs both: --item, and one of --agent, --not, --add, --unsure, --none");
        }
        var reviews = graph.get(ReviewSettler.class);
        if (item != null && answer != null) {
            settle(reviews, item, decision(answer), agent(answer));
            return CommandRunner.WELL;
        }
        return TerminalCheck.isInteractive() ? ask(reviews) : list(reviews);
    }

    private static ReviewDecision decision(Answer answer) {
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

    private static @Nullable String agent(Answer answer) {
        if (answer.agent != null) {
            return answer.agent;
        }
        return answer.not != null ? answer.not : answer.add;
    }

    private int list(ReviewSettler reviews) {
        var count = 0;
        for (var some = reviews.open("", A_TIME); !some.isEmpty(); ) {
            for (var question : some) {
                show(question);
            }
            count += some.size();
            some = reviews.open(some.get(some.size() - 1).item().id(), A_TIME);
        }
        out.println("%,d questions".formatted(count));
        return count == 0 ? CommandRunner.WELL : CommandRunner.NEEDS_PERSON;
    }

    private int ask(ReviewSettler reviews) throws IOException {
        var keys = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        for (var some = reviews.open("", A_TIME); !some.isEmpty(); ) {
            for (var question : some) {
                show(question);
                if (!ask(reviews, question, keys)) {
                    return CommandRunner.WELL;
                }
            }
            some = reviews.open(some.get(some.size() - 1).item().id(), A_TIME);
        }
        out.println("That was the last question.");
        return CommandRunner.WELL;
    }

    private void show(ReviewSettler.Question question) {
        var written = question.item().written();
        out.println("%n%s%s%s".formatted(written.name(), tail(written.state()), tail(written.country())));
        out.println("  %s, %,d waiting (%s)"
                .formatted(
                        question.item().sourceId(),
                        question.waiting(),
                        question.item().id()));
        out.println("  %s".formatted(question.item().reason()));
        var number = 1;
        for (var candidate : question.item().candidates()) {
            out.println("  %d  %s  %s%s  %.2f  %s"
                    .formatted(
                            number++,
                            candidate.name(),
                            id(candidate),
                            candidate.agentId() == null ? " (to be added)" : "",
                            candidate.score(),
                            candidate.reason()));
        }
    }

    /** Whether to go on. */
    private boolean ask(ReviewSettler reviews, ReviewSettler.Question question, BufferedReader keys)
            throws IOException {
        var candidates = question.item().candidates();
        while (true) {
            out.print("Number, id of another agent, n (none of these), u (unsure), s (skip), q (quit)? ");
            out.flush();
            var read = keys.readLine();
            var word = read == null ? "q" : read.strip().toLowerCase(Locale.ROOT);
            switch (word) {
                case "q" -> {
                    return false;
                }
                case "", "s" -> {
                    return true;
                }
                default -> {
                    if (settle(reviews, question, candidates, word)) {
                        return true;
                    }
                }
            }
        }
    }

    private boolean settle(
            ReviewSettler reviews,
            ReviewSettler.Question question,
            List<AgentMatch.Candidate> candidates,
            String word) {
        var id = question.item().id();
        try {
            if (word.equals("n") || word.equals("u")) {
                settle(reviews, id, word.equals("n") ? ReviewDecision.NONE_OF_THESE : ReviewDecision.UNSURE, null);
            } else if (word.matches("\\d{1,3}")) {
                var number = Integer.parseInt(word);
                if (number < 1 || number > candidates.size()) {
                    out.println("There is no number %d.".formatted(number));
                    return false;
                }
                var chosen = candidates.get(number - 1);
                settle(reviews, id, chosen.agentId() == null ? ReviewDecision.ADD : ReviewDecision.SAME, id(chosen));
            } else {
                settle(reviews, id, ReviewDecision.SAME, word);
            }
            return true;
        } catch (io.throughline.intake.ingest.ImportRejectedException refused) {
            out.println(refused.getMessage());
            return false;
        }
    }

    private void settle(ReviewSettler reviews, String itemId, ReviewDecision decision, @Nullable String agentId) {
        var settled = reviews.resolve(new ReviewSettler.Answer(itemId, decision, agentId, null), person);
        out.println("%s; memberships recorded: %,d"
                .formatted(settled.item().state(), settled.recorded().size()));
    }

    private static String id(AgentMatch.Candidate candidate) {
        if (candidate.agentId() != null) {
            return candidate.agentId();
        }
        return candidate.addition() == null ? "?" : candidate.addition().id();
    }

    private static String tail(@Nullable String text) {
        return text == null ? "" : ", " + text;
    }
}

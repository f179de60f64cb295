package io.throughline.intake.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Chooses the sheet of a workbook that is read. */
final class SheetChooser {

    private final FileSource source;
    private final Map<String, List<MergedRange>> merged;
    private final List<FileFinding> findings = new ArrayList<>();

    /** @param merged the merged cells of each sheet, by its id; empty to leave them as they are */
    SheetChooser(FileSource source, Map<String, List<MergedRange>> merged) {
        this.source = source;
        this.merged = merged;
    }

    /** What to report about the choice. */
    List<FileFinding> findings() {
        return findings;
    }

    /**
     * The stated sheet; otherwise the visible one that has the known columns or, if none are known, the first with rows
     * below a header.
     *
     * @throws UnreadableFileException if there is no such sheet, or if several have the columns
     */
    Sheet choose(ReadableWorkbook workbook) throws IOException, UnreadableFileException {
        var sheets = workbook.getSheets().toList();
        var requested = source.options().sheets().name();
        if (requested != null) {
            return workbook.findSheet(requested)
                    .orElseThrow(() -> source.unreadable(
                            "NO_SHEET", "has no sheet '%s'; expected one of %s", requested, names(sheets)));
        }
        var visible = sheets.stream()
                .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        if (visible.isEmpty()) {
            throw source.unreadable("NO_SHEET", "has no visible sheet; state which to read: %s", names(sheets));
        }
        if (visible.size() == 1) {
            return visible.get(0);
        }
        return source.options().columns().isEmpty() ? firstTable(visible) : withColumns(visible);
    }

    private Sheet firstTable(List<Sheet> visible) throws IOException {
        for (var sheet : visible) {
            if (sample(sheet).isTable()) {
                return chosen(sheet, "it is the first with rows below a header", visible);
            }
        }
        return chosen(visible.get(0), "it is the first", visible);
    }

    private Sheet withColumns(List<Sheet> visible) throws IOException, UnreadableFileException {
        var missing = new LinkedHashMap<Sheet, Set<String>>();
        for (var sheet : visible) {
            missing.put(sheet, sample(sheet).missing(source.options()));
        }
        var fitting = visible.stream()
                .filter(sheet -> missing.getOrDefault(sheet, Set.of()).isEmpty())
                .toList();
        if (fitting.size() == 1) {
            return chosen(fitting.get(0), "no other has all columns that the mapping names", visible);
        }
        var lacking = new ArrayList<String>();
        missing.forEach((sheet, columns) -> {
            if (!columns.isEmpty()) {
                lacking.add("'%s' lacks %s".formatted(sheet.getName(), String.join(", ", columns)));
            }
        });
        if (fitting.isEmpty()) {
            throw source.unreadable(
                    "NO_SHEET_WITH_COLUMNS",
                    "has no sheet with all columns that the mapping names: %s",
                    String.join("; ", lacking));
        }
        lacking.add(0, "%s all have them".formatted(names(fitting)));
        throw source.unreadable(
                "SEVERAL_SHEETS",
                "has several sheets with the columns that the mapping names; state with `sheet` which to read: %s",
                String.join("; ", lacking));
    }

    private Sheet chosen(Sheet sheet, String reason, List<Sheet> visible) {
        var others = visible.stream().filter(each -> each != sheet).toList();
        findings.add(new FileFinding(
                "OTHER_SHEETS",
                null,
                "only sheet '%s' is read, because %s; to read another, state it: %s"
                        .formatted(sheet.getName(), reason, names(others))));
        return sheet;
    }

    private SheetSample sample(Sheet sheet) throws IOException {
        try (var rows = sheet.openStream()) {
            return SheetSample.of(rows.iterator(), merged.getOrDefault(sheet.getId(), List.of()), source.limits());
        }
    }

    private static String names(List<Sheet> sheets) {
        return String.join(
                ", ", sheets.stream().map(each -> "'" + each.getName() + "'").toList());
    }
}

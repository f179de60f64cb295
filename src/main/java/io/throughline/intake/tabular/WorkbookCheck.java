package io.throughline.intake.tabular;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Checks before a workbook is read that it is a workbook and can be read in bounded memory. It reads everything once,
 * with the same parser as the library that reads it afterwards, because that library trusts what it reads: the size of
 * what is packed, the column of a cell, the index of a shared text.
 */
final class WorkbookCheck {

    /** The part of the workbook that says which part holds each sheet. */
    private static final String RELATIONS = "xl/_rels/workbook[^/]*\\.rels";

    private static final int MAX_DEPTH = 100;
    private static final int MAX_NAMES = 2_000;
    private static final int MAX_ARRAY_FORMULAS = 1_000;

    private static final XMLInputFactory XML = new InputFactoryImpl();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    private final FileSource source;
    private final FileLimits limits;
    private final UnpackLimiter limiter;
    private final Set<String> names = new HashSet<>();
    private final Map<String, List<MergedRange>> merged = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private long sharedTexts;
    private long highestTextIndex = -1;

    private WorkbookCheck(FileSource source) {
        this.source = source;
        this.limits = source.limits();
        this.limiter = new UnpackLimiter(source);
    }

    /**
     * Checks a workbook.
     *
     * @return the merged cells of each sheet that has any, by the id by which the workbook refers to the sheet
     */
    static Map<String, List<MergedRange>> check(FileSource source) throws IOException, UnreadableFileException {
        try (var zip = ZipFile.builder().setPath(source.path()).get()) {
            var check = new WorkbookCheck(source);
            check.check(zip);
            return check.mergedBySheet();
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // an exception thrown by the stream comes back wrapped by the parser
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnreadableFileException unreadable) {
                    throw unreadable;
                }
            }
            throw WorkbookErrors.damaged(source);
        }
    }

    private void check(ZipFile zip) throws IOException, XMLStreamException, UnreadableFileException {
        var entries = Collections.list(zip.getEntries());
        if (entries.size() > limits.entries()) {
            throw WorkbookErrors.tooLarge(
                    source, "contains %d files; expected at most %d", entries.size(), limits.entries());
        }
        checkKind(entries.stream()
                .map(entry -> entry.getName().toLowerCase(Locale.ROOT))
                .toList());
        for (var entry : entries) {
            if (!zip.canReadEntryData(entry)) {
                throw source.unreadable(
                        "DAMAGED_WORKBOOK", "is packed in a way that cannot be read; save it again as XLSX");
            }
            check(zip, entry);
        }
        if (highestTextIndex >= sharedTexts) {
            throw WorkbookErrors.damaged(source);
        }
    }

    private void checkKind(List<String> entries) throws UnreadableFileException {
        if (entries.stream().anyMatch(name -> name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/"))) {
            throw macros();
        }
        if (entries.contains("xl/workbook.bin")) {
            throw source.unreadable("BINARY_WORKBOOK", "is a binary workbook (XLSB); save it as XLSX");
        }
        if (entries.contains("mimetype") && entries.contains("content.xml")) {
            throw source.unreadable("OPEN_DOCUMENT", "is an OpenDocument file (ODS); save it as XLSX or CSV");
        }
        if (!entries.contains("[content_types].xml") || entries.stream().noneMatch(name -> name.startsWith("xl/"))) {
            throw source.unreadable("ARCHIVE", "is a ZIP archive, not a workbook; unpack it and use the table inside");
        }
    }

    private UnreadableFileException macros() {
        return source.unreadable("MACROS", "is a workbook with macros; save it as XLSX without macros");
    }

    private void check(ZipFile zip, ZipArchiveEntry entry)
            throws IOException, XMLStreamException, UnreadableFileException {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        var isXml = name.endsWith(".xml") || name.endsWith(".rels");
        try (var in = limiter.entry(zip.getInputStream(entry), isXml)) {
            if (isXml) {
                checkXml(XML.createXMLStreamReader(in), in, name);
            }
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Checks one part; its root element says what kind of part it is. */
    private void checkXml(XMLStreamReader xml, UnpackLimiter.Entry in, String name)
            throws XMLStreamException, UnreadableFileException, IOException {
        var depth = 0;
        var text = 0L;
        var inSharedTexts = false;
        var index = new StringBuilder();
        var isTextIndex = false;
        var sheet = new SheetCheck(limits, source);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw source.unreadable(
                            "DAMAGED_WORKBOOK",
                            "is a workbook with a DTD, which is not allowed; "
                                    + "open it in a spreadsheet program and save it again");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > MAX_DEPTH || !rememberNames(xml)) {
                        throw WorkbookErrors.damaged(source);
                    }
                    var element = xml.getLocalName();
                    if (element.equals("Override") || element.equals("Default")) {
                        checkType(xml.getAttributeValue(null, "ContentType"));
                    } else if (depth == 1 && element.equals("sst")) {
                        inSharedTexts = true;
                    } else if (inSharedTexts && element.equals("si")) {
                        sharedTexts++;
                        text = 0;
                    } else if (element.equals("row")) {
                        sheet.row();
                    } else if (element.equals("mergeCell")) {
                        sheet.mergedCell(xml);
                    } else if (element.equals("Relationship") && name.matches(RELATIONS)) {
                        remember(xml.getAttributeValue(null, "Id"), xml.getAttributeValue(null, "Target"));
                    } else if (element.equals("c")) {
                        text = 0;
                        isTextIndex = sheet.cell(xml);
                    } else if (element.equals("f")
                            && "array".equals(xml.getAttributeValue(null, "t"))
                            && sheet.arrayFormula() > MAX_ARRAY_FORMULAS) {
                        throw WorkbookErrors.tooLarge(
                                source,
                                "has more than %d array formulas; save it with values only",
                                MAX_ARRAY_FORMULAS);
                    } else if (element.equals("v")) {
                        index.setLength(0);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (isTextIndex && xml.getLocalName().equals("v") && !index.isEmpty()) {
                        highestTextIndex = Math.max(
                                highestTextIndex,
                                Integer.parseInt(index.toString().strip()));
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    text += xml.getTextLength();
                    if (depth > 1 && text > 4L * limits.cellLength()) {
                        throw source.unreadable(
                                "CELL_TOO_LONG", "has a cell with more than %d characters", limits.cellLength());
                    }
                    if (isTextIndex && text < 20) {
                        index.append(xml.getText());
                    }
                }
                default -> {}
            }
            if (inSharedTexts && in.size() > limits.texts().toBytes()) {
                throw WorkbookErrors.tooLarge(source, "has shared texts of more than %s", limits.texts());
            }
        }
        if (!sheet.merged().isEmpty()) {
            merged.put(name, sheet.merged());
        }
    }

    private void remember(@Nullable String id, @Nullable String target) {
        if (id != null && target != null) {
            targets.put(id, (target.startsWith("/") ? target.substring(1) : "xl/" + target).toLowerCase(Locale.ROOT));
        }
    }

    private Map<String, List<MergedRange>> mergedBySheet() {
        var bySheet = new HashMap<String, List<MergedRange>>();
        targets.forEach((id, target) -> bySheet.put(id, merged.getOrDefault(target, List.of())));
        return bySheet;
    }

    /** Counts names, because the parser keeps every distinct name in memory; false if there are too many. */
    private boolean rememberNames(XMLStreamReader xml) {
        names.add(xml.getLocalName());
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        return names.size() <= MAX_NAMES;
    }

    private void checkType(@Nullable String type) throws UnreadableFileException {
        if (type != null && type.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw macros();
        }
    }
}

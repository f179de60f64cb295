package io.throughline.intake.tabular;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a workbook is one, and can be read in bounded memory, before it is read. It reads all of it once, with
 * the parser of the reader that comes after, which itself trusts what it reads: the size of what is packed, the column a
 * cell says it is in, the place of a text among the shared ones.
 */
final class WorkbookCheck {

    private static final int DEPTH = 100;
    private static final int NAMES = 2_000;
    private static final int ARRAY_FORMULAS = 1_000;

    private static final XMLInputFactory XML = new InputFactoryImpl();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setProperty(XMLInputFactory.IS_COALESCING, false);
    }

    private final FileSource source;
    private final FileLimits limits;
    private final UnpackedEntry unpacked;
    private final Set<String> names = new HashSet<>();
    private long sharedTexts;
    private long highestText = -1;

    private WorkbookCheck(FileSource source) {
        this.source = source;
        this.limits = source.limits();
        this.unpacked = new UnpackedEntry(source);
    }

    static void of(FileSource source) throws IOException, UnreadableFileException {
        try (var zip = ZipFile.builder().setPath(source.path()).get()) {
            new WorkbookCheck(source).check(zip);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // what the stream refused comes back through the parser, which wraps it
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnreadableFileException refused) {
                    throw refused;
                }
            }
            throw damaged(source);
        }
    }

    static UnreadableFileException damaged(FileSource source) {
        return source.unreadable(
                "DAMAGED_WORKBOOK", "is a workbook that is damaged; open it in a spreadsheet and save it anew");
    }

    private void check(ZipFile zip) throws IOException, XMLStreamException, UnreadableFileException {
        var entries = Collections.list(zip.getEntries());
        if (entries.size() > limits.entries()) {
            throw tooLarge(source, "holds %d files; expected at most %d", entries.size(), limits.entries());
        }
        checkKind(entries.stream()
                .map(entry -> entry.getName().toLowerCase(Locale.ROOT))
                .toList());
        for (var entry : entries) {
            if (!zip.canReadEntryData(entry)) {
                throw source.unreadable(
                        "DAMAGED_WORKBOOK", "is packed in a way that cannot be read; save it anew as XLSX");
            }
            check(zip, entry);
        }
        if (highestText >= sharedTexts) {
            throw damaged(source);
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
            throw source.unreadable("ARCHIVE", "is a ZIP archive and no workbook; unpack it and give the table in it");
        }
    }

    private UnreadableFileException macros() {
        return source.unreadable("MACROS", "is a workbook with macros; save it as XLSX without macros");
    }

    static UnreadableFileException tooLarge(FileSource source, String message, Object... values) {
        return source.unreadable("WORKBOOK_TOO_LARGE", message, values);
    }

    private void check(ZipFile zip, ZipArchiveEntry entry)
            throws IOException, XMLStreamException, UnreadableFileException {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        var isXml = name.endsWith(".xml") || name.endsWith(".rels");
        try (var in = unpacked.part(zip.getInputStream(entry), isXml)) {
            if (isXml) {
                walk(XML.createXMLStreamReader(in), in);
            }
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** One part: its root says what it is. */
    private void walk(XMLStreamReader xml, UnpackedEntry.Part in)
            throws XMLStreamException, UnreadableFileException, IOException {
        var depth = 0;
        var text = 0L;
        var texts = false;
        var index = new StringBuilder();
        var isIndex = false;
        var sheet = new SheetCheck(limits, source);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw source.unreadable(
                            "DAMAGED_WORKBOOK", "is a workbook with a document type, which no spreadsheet writes");
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEPTH || !learn(xml)) {
                        throw damaged(source);
                    }
                    var element = xml.getLocalName();
                    if (element.equals("Override") || element.equals("Default")) {
                        checkType(xml.getAttributeValue(null, "ContentType"));
                    } else if (depth == 1 && element.equals("sst")) {
                        texts = true;
                    } else if (texts && element.equals("si")) {
                        sharedTexts++;
                        text = 0;
                    } else if (element.equals("row")) {
                        sheet.row();
                    } else if (element.equals("c")) {
                        text = 0;
                        isIndex = sheet.cell(xml);
                    } else if (element.equals("f")
                            && "array".equals(xml.getAttributeValue(null, "t"))
                            && sheet.arrayFormula() > ARRAY_FORMULAS) {
                        throw tooLarge(
                                source, "has more than %d array formulas; save it with values only", ARRAY_FORMULAS);
                    } else if (element.equals("v")) {
                        index.setLength(0);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (isIndex && xml.getLocalName().equals("v") && !index.isEmpty()) {
                        highestText = Math.max(
                                highestText, Integer.parseInt(index.toString().strip()));
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    text += xml.getTextLength();
                    if (depth > 1 && text > 4L * limits.cellLength()) {
                        throw source.unreadable(
                                "CELL_TOO_LONG", "has a cell of more than %d characters", limits.cellLength());
                    }
                    if (isIndex && text < 20) {
                        index.append(xml.getText());
                    }
                }
                default -> {}
            }
            if (texts && in.size() > limits.texts().toBytes()) {
                throw tooLarge(source, "has texts of more than %s", limits.texts());
            }
        }
    }

    /** The parser keeps every name it meets. */
    private boolean learn(XMLStreamReader xml) {
        names.add(xml.getLocalName());
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        return names.size() <= NAMES;
    }

    private void checkType(@Nullable String type) throws UnreadableFileException {
        if (type != null && type.toLowerCase(Locale.ROOT).contains("macroenabled")) {
            throw macros();
        }
    }
}

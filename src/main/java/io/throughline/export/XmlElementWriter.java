package io.throughline.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML element by element; a value that is null leaves its attribute out. */
final class XmlElementWriter {

    /** The one of the JDK, whichever others a library brings along. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    XmlElementWriter(OutputStream out) throws IOException {
        try {
            // not straight to the stream: surrogate pairs would come out as two references
            this.xml = FACTORY.createXMLStreamWriter(
                    new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** The declaration, and the root with its namespace. */
    void root(String name, String namespace) throws IOException {
        try {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement(name);
            xml.writeDefaultNamespace(namespace);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** Begins an element on a line of its own. */
    void start(String name, @Nullable Object... attributes) throws IOException {
        try {
            xml.writeCharacters("\n");
            xml.writeStartElement(name);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** An element without content. */
    void empty(String name, @Nullable Object... attributes) throws IOException {
        try {
            xml.writeEmptyElement(name);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** An element with a text. */
    void text(String name, String text, @Nullable Object... attributes) throws IOException {
        try {
            xml.writeStartElement(name);
            attributes(attributes);
            xml.writeCharacters(XmlText.of(text));
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** Attributes of the element just begun: names and values in turns. */
    void attributes(@Nullable Object... attributes) throws IOException {
        try {
            for (var i = 0; i < attributes.length; i += 2) {
                var value = attributes[i + 1];
                if (value != null) {
                    xml.writeAttribute(String.valueOf(attributes[i]), XmlText.of(value.toString()));
                }
            }
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    void end() throws IOException {
        try {
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** Ends whatever is open, and hands everything on. */
    void endAll() throws IOException {
        try {
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    private static IOException failure(XMLStreamException problem) {
        return problem.getCause() instanceof IOException cause ? cause : new IOException(problem);
    }
}

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

/** Writes XML element by element; attributes with a null value are omitted. */
final class XmlElementWriter {

    /** The JDK's, even if a library brings another. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    XmlElementWriter(OutputStream out) throws IOException {
        try {
            // not directly to the stream: surrogate pairs would be written as two references
            this.xml = FACTORY.createXMLStreamWriter(
                    new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** Writes the declaration and the root element with its namespace. */
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

    /** Starts an element on a new line. */
    void start(String name, @Nullable Object... attributes) throws IOException {
        try {
            xml.writeCharacters("\n");
            xml.writeStartElement(name);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** Writes an element without content. */
    void empty(String name, @Nullable Object... attributes) throws IOException {
        try {
            xml.writeEmptyElement(name);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** Writes an element with text. */
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

    /** Writes attributes of the current element: names and values, alternating. */
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

    /** Closes all open elements and flushes. */
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

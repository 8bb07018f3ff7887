package org.urunan.web;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.urunan.ledger.LedgerEntry;

/** Writes donations as an Atom feed; an XML writer escapes what anyone wrote. */
final class AtomFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private final String site;
    private final LedgerMessages say;

    AtomFeed(String site, LedgerMessages say) {
        this.site = site;
        this.say = say;
    }

    /**
     * @param page the page that shows the same, for people
     * @param self the feed's own path
     */
    String of(String title, String page, String self, List<EntryRow> rows) {
        var text = new StringWriter();
        try {
            var xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "title", title);
            element(xml, "id", site + self);
            link(xml, "self", site + self);
            link(xml, "alternate", site + page);
            element(xml, "updated", updated(rows).toString());
            for (var row : rows) {
                entry(xml, row);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed could not be written", e);
        }
        return text.toString();
    }

    private static Instant updated(List<EntryRow> rows) {
        return rows.isEmpty() ? Instant.EPOCH : rows.getFirst().entry().time();
    }

    private void entry(XMLStreamWriter xml, EntryRow row) throws XMLStreamException {
        var entry = row.entry();
        var page = site + "/tx/" + entry.txHash();
        xml.writeStartElement("entry");
        element(
                xml,
                "title",
                say.feedEntry(Show.money(entry.amount(), entry.token()), nameOf(row)));
        // The block is part of the name: a donation that a reorg moved is another entry.
        element(xml, "id", page + "#" + entry.blockHash() + "-" + placeOf(entry));
        link(xml, "alternate", page);
        element(xml, "updated", entry.time().toString());
        xml.writeStartElement("author");
        element(xml, "name", entry.donor().checksummed());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String nameOf(EntryRow row) {
        var title = row.title();
        if (title != null) {
            return title;
        }
        var campaign = row.entry().campaign();
        return campaign == null ? row.entry().beneficiary().checksummed() : campaign.toString();
    }

    private static String placeOf(LedgerEntry entry) {
        return entry.logIndex() == null ? "native" : entry.logIndex().toString();
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String href)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", href);
    }
}

package org.urunan.ledger;

import java.util.ArrayList;
import java.util.List;

/** What the rules make of a range of blocks. */
record Judgement(
        List<NewEntry> entries,
        List<NewRejection> rejections,
        List<NewStatement> statements,
        List<NewOutgoing> outgoing) {

    Judgement() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}

// Locks the assignment of register identifiers: other writers wait here until this transaction ends.
// -> no rows
MERGE (turn:NumberTurn {id: 'all'})
SET turn.takenAt = datetime()

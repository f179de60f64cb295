// Takes the turn to give numbers of registers to agents: whoever else does waits here until this transaction ends.
// -> no rows
MERGE (turn:NumberTurn {id: 'all'})
SET turn.takenAt = datetime()

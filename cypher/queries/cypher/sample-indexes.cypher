// Has the database look at how full its indexes are, which it does by itself only a while after so much was written: until
// then it believes them empty, and reads all of one where one entry is asked for.
// -> no rows
CALL db.resampleOutdatedIndexes()

// Makes the database sample its indexes, which it does by itself only some time after a large write. Until then it assumes that
// they are empty, and reads a whole index to find one entry.
// -> no rows
CALL db.resampleOutdatedIndexes()

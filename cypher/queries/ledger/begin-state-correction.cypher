// Records which corrections of states the graph has from now on, and locks that record until the transaction ends.
// $edition: string, identifies the corrections
// -> one row {edition: the one it had; null if none}
MERGE (version:GraphVersion {id: 'graph'})
WITH version, version.stateCorrection AS edition
SET version.stateCorrection = $edition
RETURN edition

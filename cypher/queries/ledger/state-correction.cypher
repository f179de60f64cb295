// Which corrections of states the graph has.
// -> one row {edition: null if none}
OPTIONAL MATCH (version:GraphVersion {id: 'graph'})
RETURN version.stateCorrection AS edition

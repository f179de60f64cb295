// The tracks of every organization that has any, including tracks of tracks.
// -> one row per organization {id, trackIds: list of strings, each once}
MATCH (track:Organization) (()-[:MEMBER_OF {role: 'TRACK'}]->()){1,2} (whole:Organization)
RETURN whole.id AS id, collect(DISTINCT track.id) AS trackIds

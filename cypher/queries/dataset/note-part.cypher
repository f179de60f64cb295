// Notes how many parts of a lane have been written, in the transaction that writes the last of them.
// $lane: integer, counted from 0
// $part: integer, how many
// -> no rows
MATCH (lane:LoadingLane {number: $lane})
SET lane.part = $part

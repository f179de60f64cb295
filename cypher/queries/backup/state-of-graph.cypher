// Whether the graph can be replaced by that of a file: it is unchanged, or restoring a file was interrupted.
// -> one row {isChanged, isHalf}
RETURN EXISTS { (:Activity) } AS isChanged,
       EXISTS { (:HalfBroughtIn) } AS isHalf

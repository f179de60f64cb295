// Whether a graph can be replaced by that of a file: nobody has changed it, or only a file that was not brought in whole.
// -> one row {isChanged, isHalf}
RETURN EXISTS { (:Activity) } AS isChanged,
       EXISTS { (:HalfBroughtIn) } AS isHalf

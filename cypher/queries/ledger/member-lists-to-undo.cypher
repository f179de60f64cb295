// The lists of members that an activity recorded or restored, and those of other activities that it withdrew. The latter are to
// be restored, unless another version of the list is in force.
// $activityId: string, of the activity to undo
// -> one row per list {isRecorded: whether the activity recorded or restored it, list: its properties}, in order of id
CALL () {
  MATCH (list:MemberList)
  WHERE list.activityId = $activityId
     OR list.restoredInId = $activityId
  RETURN list, true AS isRecorded
  UNION
  MATCH (list:Withdrawn {withdrawnInId: $activityId})
  WHERE list.complete IS NOT NULL
    AND list.restoredById IS NULL
    AND NOT $activityId IN [list.activityId, coalesce(list.restoredInId, '')]
    AND NOT EXISTS {
      MATCH (version:MemberList {sourceId: list.sourceId})
      WHERE coalesce(version.versionOfId, version.id) = coalesce(list.versionOfId, list.id)
        AND version.activityId <> $activityId
        AND coalesce(version.restoredInId, '') <> $activityId
    }
  RETURN list, false AS isRecorded
}
RETURN isRecorded, properties(list) AS list
ORDER BY list.id

// Claims of other activities that this activity withdrew without superseding them, and that have no other version in effect.
// $activityId: string
// $limit: integer
// -> one row per claim {id}
MATCH (claim:Withdrawn {withdrawnInId: $activityId})
WHERE claim.sourceId IS NOT NULL
  AND claim.property IS NOT NULL
  AND claim.restoredById IS NULL
  AND NOT $activityId IN [coalesce(claim.activityId, ''), coalesce(claim.movedInId, ''), coalesce(claim.restoredInId, '')]
  AND NOT EXISTS {
    MATCH (version:Entity {id: coalesce(claim.versionOfId, claim.id)})
    WHERE version:Claim
  }
  AND NOT EXISTS {
    MATCH (version:Entity)
    WHERE version.id STARTS WITH coalesce(claim.versionOfId, claim.id) + '.r'
      AND version.versionOfId = coalesce(claim.versionOfId, claim.id)
      AND version:Claim
  }
  AND NOT EXISTS {
    MATCH (successor:Entity {id: claim.supersededById})
    WHERE successor.activityId = $activityId OR successor.movedInId = $activityId
  }
RETURN claim.id AS id
LIMIT $limit

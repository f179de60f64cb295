// a relationship may be moved by one merge after another: each is noted, so that each can be undone
MATCH (survivor)<-[:MERGED_INTO]-(:Merged)
WITH DISTINCT survivor
MATCH (survivor)-[moved]-()
WHERE moved.movedInId IS NOT NULL
SET moved.movedFromIds = [moved.movedFromId],
    moved.movedInIds = [moved.movedInId],
    moved.movedKeys = [reduce(keys = '', key IN moved.movedKeys | keys + key + ' ')],
    moved.movedFromId = null,
    moved.movedInId = null;

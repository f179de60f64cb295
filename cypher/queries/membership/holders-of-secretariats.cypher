// The recorded holders of several secretariats.
// $ids: list of distinct strings, e.g. ["gcom-southeast-asia-secretariat"]
// -> one row per held secretariat {id, holderId}
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:POST]-(membership:Membership)
RETURN id, min(membership.memberId) AS holderId

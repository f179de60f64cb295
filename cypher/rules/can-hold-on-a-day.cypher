// No source rules out that the membership holds on the day: it may have begun by then, and may not have ended before.
NOT coalesce(link.notBefore > $day, false) AND NOT coalesce(link.notFrom <= $day, false) AND NOT coalesce($day IN link.absentOn, false)

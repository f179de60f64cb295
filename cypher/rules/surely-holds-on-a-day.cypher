// The sources leave no doubt that the membership holds on the day.
coalesce(link.surelyFrom <= $day AND $day < link.surelyUntil, false)

// No source rules out that the membership holds on at least one day of a span, its first and last day included.
NOT coalesce(link.notBefore > $lastDay, false) AND NOT coalesce(link.notFrom <= $firstDay, false)

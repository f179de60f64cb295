// Whoever is in an organization as one of these counts as its member, in every list, number and comparison.
link.role IN ['MEMBER', 'SIGNATORY']

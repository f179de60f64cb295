// The roles that make an agent a member of an organization, in every list, number and comparison.
link.role IN ['MEMBER', 'SIGNATORY']

// The graph as type definitions, from which @neo4j/graphql makes its schema and its resolvers.
import { readFileSync } from 'node:fs';

/** The type definitions, with the statements of a folder for what the library does not offer or does slowly. */
export const typeDefs = (statements) => {
  const rows = (question, columns) => `
    CALL () {
      ${readFileSync(`${statements}/${question}.cypher`, 'utf8')}
    }
    RETURN {${columns.map((column) => `${column}: ${column}`).join(', ')}} AS row`;
  return /* GraphQL */ `
    extend schema @mutation(operations: [])

    type Region @node {
      slug: String!
      name: String!
      countries: [Country!]! @relationship(type: "IN_REGION", direction: IN)
    }

    type Country @node {
      slug: String!
      name: String!
      iso: String!
      region: [Region!]! @relationship(type: "IN_REGION", direction: OUT)
      cities: [City!]! @relationship(type: "LOCATED_IN", direction: IN)
    }

    type Organization @node {
      slug: String!
      name: String!
      kind: String!
      hosts: [Secretariat!]! @relationship(type: "HOSTED_BY", direction: IN)
      leads: [Campaign!]! @relationship(type: "LED_BY", direction: IN)
    }

    type Secretariat @node {
      slug: String!
      name: String!
      host: [Organization!]! @relationship(type: "HOSTED_BY", direction: OUT)
      networks: [Network!]! @relationship(type: "SERVES", direction: OUT, properties: "Service")
    }

    type Service @relationshipProperties { since: String! }
    type Membership @relationshipProperties { since: String! status: String! }
    type Partnership @relationshipProperties { since: String! }
    type Participation @relationshipProperties { joinedOn: String! viaSlug: String! }

    type Campaign @node {
      slug: String!
      name: String!
      launched: Int!
      lead: [Organization!]! @relationship(type: "LED_BY", direction: OUT)
      partners: [Network!]! @relationship(type: "PARTNER_OF", direction: IN, properties: "Partnership")
      participants: [City!]! @relationship(type: "PARTICIPATES_IN", direction: IN, properties: "Participation")
    }

    type Network @node {
      slug: String!
      name: String!
      scope: String!
      founded: Int!
      sectionOf: [Network!]! @relationship(type: "SECTION_OF", direction: OUT)
      sections: [Network!]! @relationship(type: "SECTION_OF", direction: IN)
      members: [City!]! @relationship(type: "MEMBER_OF", direction: IN, properties: "Membership")
      campaigns: [Campaign!]! @relationship(type: "PARTNER_OF", direction: OUT, properties: "Partnership")
      secretariats: [Secretariat!]! @relationship(type: "SERVES", direction: IN, properties: "Service")
    }

    type City @node @fulltext(indexes: [{ indexName: "cityNames", queryName: "searchCities", fields: ["name"] }]) {
      slug: String!
      name: String!
      sortName: String!
      population: Int!
      lat: Float!
      lon: Float!
      country: [Country!]! @relationship(type: "LOCATED_IN", direction: OUT)
      networks: [Network!]! @relationship(type: "MEMBER_OF", direction: OUT, properties: "Membership")
      campaigns: [Campaign!]! @relationship(type: "PARTICIPATES_IN", direction: OUT, properties: "Participation")
    }

    type OverlapPair { a: String! b: String! shared: Int! }
    type OverlapCity { slug: String! name: String! }
    type Overlap { count: Int! first: [OverlapCity!]! }
    type CountryCount { slug: String! name: String! iso: String! members: Int! }
    type PathNode { label: String! slug: String! name: String! }

    type Query {
      overlapMatrix(networks: [String!]!): [OverlapPair!]!
        @cypher(columnName: "row", statement: """${rows('matrix', ['a', 'b', 'shared'])}""")
      membersByCountry(network: String!): [CountryCount!]!
        @cypher(columnName: "row", statement: """${rows('countries', ['slug', 'name', 'iso', 'members'])}""")
      overlap(a: String!, b: String!): Overlap!
        @cypher(columnName: "row", statement: """${rows('overlap', ['count', 'first'])}""")
      pathBetween(a: String!, b: String!): [PathNode!]!
        @cypher(columnName: "row", statement: """${rows('connection', ['label', 'slug', 'name'])}""")
    }
  `;
};

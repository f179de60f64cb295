// The peer: @neo4j/graphql on Apollo Server with the settings of production.
// Usage: node server.mjs PORT NEO4J_URI FOLDER, with the statements of the custom fields in the folder
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';
import { typeDefs } from './type-defs.mjs';

const [port, uri, statements] = process.argv.slice(2);
const driver = neo4j.driver(uri);
const server = new ApolloServer({
  schema: await new Neo4jGraphQL({ typeDefs: typeDefs(statements), driver }).getSchema(),
  nodeEnv: 'production',
});
await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: Number(port) }, context: async () => ({}) });

// Run by OtherClientTests: asks the service at an address for names, with the client of Cocoda, a mapping tool of the
// German library network GBV, and prints what the client makes of the answers: for each name, ids with the kind of mapping.
import { addAllProviders, cdk } from 'cocoda-sdk';

const [address, ...names] = process.argv.slice(2);
addAllProviders();
const service = cdk.initializeRegistry({
  uri: 'urn:test:service',
  provider: 'ReconciliationApi',
  api: address,
  schemes: [{ uri: 'urn:test:scheme', namespace: 'urn:throughline:' }],
});

const answers = {};
for (const name of names) {
  const concept = { uri: `urn:test:${encodeURIComponent(name)}`, prefLabel: { en: name }, inScheme: [{ uri: 'urn:test:list' }] };
  const mappings = await service.getMappings({ from: concept, to: null, mode: 'or' });
  answers[name] = mappings.map(mapping => `${mapping.to.memberSet[0].uri} ${mapping.type[0].split('#')[1]}`);
}
console.log(JSON.stringify(answers));

// What jsonld.js says of a document. usage: node json_ld_oracle.mjs FOLDER <DOCUMENT; FOLDER holds node_modules.
import {createRequire} from 'node:module';
import {readFileSync} from 'node:fs';

const jsonld = createRequire(process.argv[2] + '/')('jsonld');
const document = JSON.parse(readFileSync(0, 'utf8'));
const quads = await jsonld.toRDF(document);
const recompacted = await jsonld.compact(await jsonld.expand(document), document['@context'] ?? {}, {graph: true});
process.stdout.write(JSON.stringify({
  nquads: await jsonld.toRDF(document, {format: 'application/n-quads'}),
  expanded: await jsonld.fromRDF(quads),
  recompacted,
}));

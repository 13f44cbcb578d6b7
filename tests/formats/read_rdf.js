// Reads RDF files with N3.js and jsonld.js: node read_rdf.js FILE... prints a JSON string of N-Quads a file.
const fs = require("fs");
const path = require("path");
const N3 = require("n3");
const jsonld = require("jsonld");

const FORMATS = { ".ttl": "Turtle", ".trig": "TriG", ".nt": "N-Triples" };

function refuse(url) {
  throw new Error(`nothing may be fetched, but ${url} was asked for`);
}

async function nquads(file) {
  const text = fs.readFileSync(file, "utf8");
  const suffix = path.extname(file);
  if (suffix === ".jsonld") {
    return jsonld.toRDF(JSON.parse(text), { format: "application/n-quads", documentLoader: refuse, safe: true });
  }
  const quads = new N3.Parser({ format: FORMATS[suffix] }).parse(text);
  return new N3.Writer({ format: "N-Quads" }).quadsToString(quads);
}

(async () => {
  for (const file of process.argv.slice(2)) {
    console.log(JSON.stringify(await nquads(file)));
  }
})().catch((error) => {
  console.error(error.stack);
  process.exit(1);
});

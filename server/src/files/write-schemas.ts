/** `npm run schemas`: writes the JSON schemas of a team's files from their keys. A test says whether they are fresh. */
import { mkdirSync, writeFileSync } from "node:fs";
import { builtInVocabularies } from "../config/built-in-names";
import { schemaTexts } from "../config/schema";

mkdirSync("rules/schema", { recursive: true });
for (const [name, text] of Object.entries(schemaTexts(builtInVocabularies())))
  writeFileSync(`rules/schema/${name}`, text);

/**
 * The OpenAPI document as a page for people: plain HTML without scripts, made once from the same schemas as the routes.
 * Whatever the document says is text here, never markup.
 */
type Json = Readonly<Record<string, unknown>>;

const asJson = (value: unknown): Json => (typeof value === 'object' && value !== null ? { ...value } : {});
const recordsIn = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(asJson) : []);

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replaceAll(
    /[&<>"']/g,
    (mark) => marks[mark] ?? '',
  );
const code = (value: unknown): string => `<code>${text(value)}</code>`;
/** Prose of the document: what is between backquotes is code. */
const prose = (value: unknown): string =>
  text(value ?? '')
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${part}</code>` : part))
    .join('');
const paragraph = (value: unknown): string => (value === undefined ? '' : `<p>${prose(value)}</p>`);
const block = (value: unknown): string =>
  `<pre tabindex="0">${text(typeof value === 'string' ? value : JSON.stringify(value, null, 2))}</pre>`;

/** @param document - as `GET /openapi.json` answers it. */
export function referencePage(document: Json): string {
  const { title, description } = asJson(document['info']);
  const operations = operationsOf(document);
  const tags = recordsIn(document['tags']).filter(({ name }) => operations.some(({ tag }) => tag === name));
  const schemas = Object.entries(asJson(asJson(document['components'])['schemas']));
  const contents = tags.map(({ name }) => `<li><a href="#${anchorOf(name)}">${text(name)}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(title)} API</title>
<link rel="stylesheet" href="/reference.css">
</head>
<body>
<nav aria-label="Contents"><ul>${contents.join('')}<li><a href="#schemas">schemas</a></li></ul></nav>
<main>
<h1>${text(title)} API</h1>
${paragraph(description)}
<p>For programs: <a href="/openapi.json">openapi.json</a>.</p>
${tags.map((tag) => section(document, tag, operations)).join('\n')}
<section id="schemas"><h2>Schemas</h2>
${schemas.map(([name, schema]) => `<details id="schema-${text(name)}"><summary>${text(name)}</summary>${paragraph(asJson(schema)['description'])}${block(schema)}</details>`).join('\n')}
</section>
</main>
</body>
</html>
`;
}

type Listed = Readonly<{ method: string; path: string; tag: unknown; operation: Json }>;

const operationsOf = (document: Json): readonly Listed[] =>
  Object.entries(asJson(document['paths'])).flatMap(([path, methods]) =>
    Object.entries(asJson(methods)).map(([method, value]) => {
      const operation = asJson(value);
      const [tag] = Array.isArray(operation['tags']) ? (operation['tags'] as readonly unknown[]) : [];
      return { method: method.toUpperCase(), path, tag, operation };
    }),
  );

const anchorOf = (name: unknown): string => text(name).replaceAll(' ', '-');

function section(document: Json, { name, description }: Json, operations: readonly Listed[]): string {
  const articles = operations.filter(({ tag }) => tag === name).map((listed) => article(document, listed));
  return `<section id="${anchorOf(name)}"><h2>${text(name)}</h2>${paragraph(description)}\n${articles.join('\n')}</section>`;
}

function article(document: Json, { method, path, operation }: Listed): string {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const permission = operation['x-permission'];
  return `<article id="${text(operationId)}">
<h3><a href="#${text(operationId)}"><b>${text(method)}</b> ${code(path)}</a></h3>
${paragraph(summary)}${paragraph(description)}
<p class="facts">${code(operationId)}${permission === undefined ? ', open to all' : `, needs ${code(permission)}`}</p>
${parameterTable(recordsIn(parameters))}${bodyOf(document, requestBody)}${answerTable(document, asJson(responses))}
</article>`;
}

function parameterTable(parameters: readonly Json[]): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(({ name, in: place, required, description, schema }) => {
    const said = description ?? asJson(schema)['description'];
    return `<tr><td>${code(name)}</td><td>${text(place)}${required === true ? '' : ', optional'}</td><td>${prose(said)}</td></tr>`;
  });
  return `<table><thead><tr><th>parameter</th><th>in</th><th>what</th></tr></thead><tbody>${rows.join('')}</tbody></table>\n`;
}

/** What a reference refers to; anything else is itself. */
function resolve(document: Json, value: unknown): Json {
  const { $ref: reference } = asJson(value);
  if (typeof reference !== 'string') return asJson(value);
  const names = reference.replace('#/', '').split('/');
  return asJson(names.reduce((at: unknown, name) => asJson(at)[name], document));
}

function bodyOf(document: Json, body: unknown): string {
  const [entry] = Object.entries(asJson(asJson(body)['content']));
  if (entry === undefined) return '';
  const [mediaType, media] = entry;
  const { schema, example, examples } = asJson(media);
  const { examples: ofSchema } = resolve(document, schema);
  const [first] = [...Object.values(asJson(examples)), ...Object.values(asJson(ofSchema))];
  const shown = example ?? asJson(first)['value'] ?? first;
  const form = `<details><summary>form</summary>${block(schema)}</details>`;
  return `<h4>body, ${code(mediaType)} ${schemaLink(schema)}</h4>${shown === undefined ? '' : block(shown)}${form}\n`;
}

function schemaLink(schema: unknown): string {
  const { $ref: reference } = asJson(schema);
  const name = typeof reference === 'string' ? reference.replace('#/components/schemas/', '') : '';
  return name === '' || name.includes('/') ? '' : `<a href="#schema-${text(name)}">${text(name)}</a>`;
}

function answerTable(document: Json, responses: Json): string {
  const rows = Object.entries(responses).map(([status, answer]) => {
    const { description, content } = resolve(document, answer);
    const links = Object.values(asJson(content)).map((media) => schemaLink(asJson(media)['schema']));
    return `<tr><td>${text(status)}</td><td>${prose(description)}</td><td>${links.join(' ')}</td></tr>`;
  });
  return `<table><thead><tr><th>answer</th><th>when</th><th>schema</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

export const referenceStyle = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { display: grid; grid-template-columns: 13rem minmax(0, 60rem); gap: 2rem; margin: 0 auto; max-width: 76rem; padding: 1rem; }
nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow: auto; }
nav ul { list-style: none; margin: 0; padding: 0; }
article { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: 0.5rem 0 1rem; }
h3 { font-size: 1rem; margin: 0.5rem 0; overflow-wrap: anywhere; }
h3 a { color: inherit; text-decoration: none; }
h4 { font-size: 0.9rem; margin: 1rem 0 0.25rem; }
.facts { font-size: 0.875rem; }
code, pre { font-family: ui-monospace, monospace; font-size: 0.875rem; }
pre { background: color-mix(in srgb, currentColor 8%, transparent); margin: 0; overflow: auto; padding: 0.75rem; }
table { border-collapse: collapse; margin-top: 0.75rem; width: 100%; }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); overflow-wrap: break-word; padding: 0.25rem 0.5rem 0.25rem 0; text-align: left; vertical-align: top; }
:target { outline: 2px solid; outline-offset: 0.25rem; }
@media (max-width: 50rem) { body { grid-template-columns: minmax(0, 1fr); } nav { position: static; max-height: none; } }
`;

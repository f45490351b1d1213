import path from 'node:path'

/** What each folder may import: folders of the project, packages, and modules of Node ('*' is anything). */
const may = {
  domain: { folders: ['domain'], packages: ['fp-ts', 'io-ts'] },
  projections: { folders: ['projections', 'domain'], packages: ['fp-ts', 'io-ts'] },
  retention: { folders: ['retention', 'domain'], packages: ['fp-ts', 'io-ts', 'node:crypto'] },
  adapters: { folders: ['adapters', 'projections', 'retention', 'domain'], packages: '*' },
}

/**
 * The groups of adapters, highest first. A group may import itself and every group below it. `main.ts` and the
 * composition root stand above them all.
 */
const groups = ['composition', 'interfaces', 'imports', 'processes', 'outside', 'stores', 'system', 'setup']

/** Folders of a group that the other folders of the group may build upon. */
const shared = {
  stores: ['sqlite', 'postgres', 'throwable-store-error'],
  imports: ['csv', 'table'],
  interfaces: ['pages'],
}

/** Folders of a group that one folder of the group may build upon: the site asks the routes of the HTTP interface. */
const below = { 'interfaces/site': ['http'] }

/** Programs of their own: they import nothing but their own folder and modules of Node. */
const programsOfTheirOwn = ['adapters/interfaces/verify']

/** Between these groups, folders side by side know nothing of one another. */
const separate = ['interfaces', 'imports', 'outside', 'stores']

const sideways = (from, to) =>
  !separate.includes(from[1]) ||
  from[2] === to[2] ||
  shared[from[1]]?.includes(to[2]) ||
  below[`${from[1]}/${from[2]}`]?.includes(to[2])
    ? undefined
    : `adapters/${from[1]}/${from[2]} may not import adapters/${to[1]}/${to[2]}: join them in adapters/composition.`

const adapterRefusal = (from, to) => {
  if (from[1] === 'main.ts') return undefined
  const [above, below] = [groups.indexOf(from[1]), groups.indexOf(to[1])]
  if (above === -1 || below === -1)
    return `adapters/${above === -1 ? from[1] : to[1]} is in none of the groups: ${groups.join(', ')}.`
  if (above === below) return sideways(from, to)
  return above < below ? undefined : `adapters/${from[1]} may not import adapters/${to[1]}, which stands above it.`
}

const folderRefusal = (from, to) => {
  if (!may[from[0]].folders.includes(to[0])) return `${from[0]} may not import from ${to[0]}.`
  return from[0] === 'adapters' && to[0] === 'adapters' ? adapterRefusal(from, to) : undefined
}

const packageRefusal = (from, source) => {
  const { packages } = may[from[0]]
  const allowed = packages === '*' || packages.some((name) => source === name || source.startsWith(`${name}/`))
  return allowed ? undefined : `${from[0]} may not import ${source}; it may import ${packages.join(', ')}.`
}

const programRefusal = (folder, file, source) => {
  const target = source.startsWith('.') ? path.posix.join(path.posix.dirname(file), source) : source
  return target.startsWith('node:') || target.startsWith(`${folder}/`)
    ? undefined
    : `${folder} is a program of its own: it may import nothing but its own folder and modules of Node.`
}

/**
 * Why a file may not import what it names, or undefined when it may.
 * `file` is relative to the root of the project; `source` is as written in the import.
 */
export const refusal = (file, source) => {
  const from = file.split('/')
  if (!(from[0] in may)) return undefined
  const program = programsOfTheirOwn.find((folder) => file.startsWith(`${folder}/`))
  if (program !== undefined) return programRefusal(program, file, source)
  return source.startsWith('.')
    ? folderRefusal(from, path.posix.join(path.posix.dirname(file), source).split('/'))
    : packageRefusal(from, source)
}

const create = (context) => {
  const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
  const check = (source) => {
    const message = typeof source?.value === 'string' ? refusal(file, source.value) : undefined
    if (message !== undefined) context.report({ node: source, message })
  }
  return {
    ImportDeclaration: (node) => check(node.source),
    ExportNamedDeclaration: (node) => check(node.source),
    ExportAllDeclaration: (node) => check(node.source),
    ImportExpression: (node) => check(node.source),
    TSImportType: (node) => check(node.source),
    TSExternalModuleReference: (node) => check(node.expression),
    'CallExpression[callee.name="require"]': (node) => check(node.arguments[0]),
  }
}

/** The linter's rule that arrows between folders point one way: adapters -> projections, retention -> domain. */
export const dependencyRule = {
  meta: { type: 'problem', schema: [], docs: { description: 'arrows between folders point one way' } },
  create,
}

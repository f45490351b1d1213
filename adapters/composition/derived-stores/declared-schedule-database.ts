import {
  notErasedAsNobodyIsNamed,
  type DeclaredDatabase,
  type DeclaredTable,
} from '../../../retention/derived-stores/derived-store'

const open = <Name extends string>(...columns: ReadonlyArray<Name>): DeclaredTable['columns'] =>
  Object.fromEntries(columns.map((column) => [column, 'open']))

/** The four columns of a deletion clock. */
const clock = (name: string) => ['by', 'on', 'trigger', 'position', 'known_since'].map((part) => `${name}_${part}`)

const scopeColumns = [
  ...['scope', 'class', 'log', 'stream', 'first', 'due_by', 'due_on'],
  ...clock('clock'),
  ...clock('latest'),
]

const table = (
  name: string,
  columns: DeclaredTable['columns'],
  indexes: DeclaredTable['indexes'] = {},
): DeclaredTable => ({ name, columns, indexes, erasure: notErasedAsNobodyIsNamed })

/**
 * The schedule is folded from open parts, so it holds nothing personal. A scope with a certificate has only its id left,
 * which the log keeps for ever too.
 */
export const declaredScheduleDatabase: DeclaredDatabase = {
  name: 'views/schedule.db',
  tables: [
    table('scopes', open(...scopeColumns), { scopes_due: ['log', 'due_by', 'due_on'], scopes_stream: ['stream'] }),
    table('declared_scopes', open('run', ...scopeColumns), { declared_scopes_scope: ['scope'] }),
    table('erased', open('scope', 'run')),
    table('erased_counts', open('log', 'due_by', 'due_on', 'scopes')),
    table('runs', open('number', 'run', 'log', 'position', 'recorded', 'certificate'), { runs_unfinished: ['number'] }),
    table('refused_runs', open('log', 'position', 'stream', 'revision', 'run', 'reason', 'declared', 'certified_at')),
    table('lost', open('scope')),
    table('closed', open('log', 'by', 'closed_on', 'position')),
    table('positions', open('log', 'position')),
  ],
}

/** The trees of both logs. Their hashes are of digests, of open parts and of sealed bytes alike, so they name nobody. */
export const declaredTreeDatabase: DeclaredDatabase = {
  name: 'views/trees.db',
  tables: [
    table('trees', open('log', 'size', 'position')),
    table('tiles', open('log', 'level', 'number', 'hashes')),
    table('bundles', open('log', 'number', 'after')),
    table('closings', open('log', 'size', 'closed')),
  ],
}

/** The digests of what was read of both logs, to notice changes. */
export const declaredLogDigestDatabase: DeclaredDatabase = {
  name: 'views/log-digests.db',
  tables: [table('stretches', open('log', 'after', 'up_to', 'events', 'digest', 'shuffled_before'))],
}

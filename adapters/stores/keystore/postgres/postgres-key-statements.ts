import { scopeClasses } from '../../../../domain/event/scope-class'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { PartScope } from '../../../../domain/ports/scope-keys'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import { hidesEpochOfDestroyedKey } from '../../../../retention/keys/hides-epoch-of-destroyed-key'
import { codeOfScopeClass } from '../../../../retention/sealing/scope-class-codes'

const lowestScopeId = '00000000-0000-0000-0000-000000000000'

const livingColumns = (living: ReadonlyArray<LivingKeyRow>) => [
  living.map(({ scope }) => scope),
  living.map((row) => codeOfScopeClass(row.class)),
  living.map(({ version }) => version),
  living.map(({ epoch }) => epoch),
  living.map(({ wrapped }) => wrapped),
  living.map(({ fingerprint }) => fingerprint),
]

export const insertKeysStatement = (living: ReadonlyArray<LivingKeyRow>) => ({
  name: 'insert',
  text: 'SELECT insert AS scope FROM keystore.insert($1, $2, $3, $4, $5, $6)',
  values: livingColumns(living),
})

/** For at most `maxScopesPerStatement`. */
export const findKeysStatement = (scopes: ReadonlyArray<ScopeId>) => ({
  name: 'find',
  text: 'SELECT * FROM keystore.find($1)',
  values: [scopes],
})

/** A statement locks every partition that it reads until it ends: so it reads at most so many. */
const partitionsOfStatement = 200

export const keyPageStatement = (after: ScopeId | undefined, limit: number) => ({
  name: 'page',
  text: 'SELECT * FROM keystore.page($1, $2, $3)',
  values: [after ?? lowestScopeId, limit, partitionsOfStatement],
})

/** The living keys of epochs before this one. */
export const olderKeyPageStatement = (after: ScopeId | undefined, limit: number, epoch: Epoch) => ({
  name: 'living-page',
  text: 'SELECT * FROM keystore.living_page($1, $2, $3, $4)',
  values: [after ?? lowestScopeId, limit, partitionsOfStatement, epoch],
})

const afterAllEpochs: Epoch = 2 ** 31 - 1

export const livingKeyPageStatement = (after: ScopeId | undefined, limit: number) =>
  olderKeyPageStatement(after, limit, afterAllEpochs)

/** The scopes alone of the same rows. */
export const livingScopesStatement = (after: ScopeId | undefined, limit: number) => ({
  name: 'living-scopes',
  text: 'SELECT scope, class FROM keystore.living_page($1, $2, $3, $4)',
  values: [after ?? lowestScopeId, limit, partitionsOfStatement, afterAllEpochs],
})

/**
 * The first scope id after the partitions that a page read; none after the last partition. It is no key's own: its last
 * 96 bits are zero, and those of a scope id are random.
 */
export const startOfNextPartitionPageStatement = (after: ScopeId | undefined) => ({
  name: 'after-page',
  text: `SELECT lower FROM keystore.partitions WHERE lower > $1 ORDER BY lower
    OFFSET ${String(partitionsOfStatement - 1)} LIMIT 1`,
  values: [after ?? lowestScopeId],
})

const codesThatHideEpoch = scopeClasses.filter(hidesEpochOfDestroyedKey).map(codeOfScopeClass)

/** All statements lock rows in the order of their scope ids, which prevents deadlocks. */
export const destroyAndFenceKeysStatement = (parts: ReadonlyArray<PartScope>, certificate: CertificateId) => ({
  name: 'fence',
  text: `INSERT INTO keystore.keys
    SELECT DISTINCT ON (scope) scope, class, 0, 0, NULL::bytea, ''::bytea, $3::uuid
    FROM unnest($1::uuid[], $2::smallint[]) AS given (scope, class) ORDER BY scope
    ON CONFLICT (scope) DO UPDATE SET wrapped = NULL, certificate = excluded.certificate,
      epoch = CASE WHEN keys.class = ANY ($4::smallint[]) THEN 0 ELSE keys.epoch END`,
  values: [
    parts.map(({ scope }) => scope),
    parts.map((part) => codeOfScopeClass(part.class)),
    certificate,
    codesThatHideEpoch,
  ],
})

const lockLivingKeys = (range = ''): string => `SELECT scope FROM keystore.keys
  WHERE scope = ANY ($1::uuid[]) ${range} AND wrapped IS NOT NULL ORDER BY scope FOR UPDATE`

/** The first and the last of some scope ids: most often those of one partition. */
const rangeOf = (scopes: ReadonlyArray<ScopeId>): readonly [ScopeId | undefined, ScopeId | undefined] => {
  const sorted = scopes.toSorted()
  return [sorted[0], sorted.at(-1)]
}

/**
 * A row that another process has wrapped in a newer epoch meanwhile stays as it is. This statement, and the others
 * without a name, are planned for their values: so the server reads and locks only the partitions of their range.
 */
export const replaceKeysStatement = (living: ReadonlyArray<LivingKeyRow>) => {
  const [scopes, ...columns] = livingColumns(living)
  return {
    text: `WITH locked AS (${lockLivingKeys('AND scope BETWEEN $2 AND $3')})
      UPDATE keystore.keys SET version = given.version, epoch = given.epoch, wrapped = given.wrapped,
        fingerprint = given.fingerprint
      FROM locked JOIN unnest($1::uuid[], $4::smallint[], $5::integer[], $6::integer[], $7::bytea[], $8::bytea[])
        AS given (scope, class, version, epoch, wrapped, fingerprint) USING (scope)
      WHERE keys.scope = locked.scope AND keys.scope BETWEEN $2 AND $3 AND keys.epoch <= given.epoch`,
    values: [scopes, ...rangeOf(living.map(({ scope }) => scope)), ...columns],
  }
}

/** For at most `maxScopesPerStatement`: they may be anywhere in the table. */
export const removeKeysStatement = (scopes: ReadonlyArray<ScopeId>) => ({
  text: `WITH locked AS (${lockLivingKeys()})
    DELETE FROM keystore.keys USING locked WHERE keys.scope = locked.scope AND keys.scope = ANY ($1::uuid[])`,
  values: [scopes],
})

/** A statement reads or removes at most so many scopes, which may all be in partitions of their own. */
export const maxScopesPerStatement = partitionsOfStatement

/** The first scope id of each of these parts of the table. */
export const firstScopeOfPartitionsStatement = {
  name: 'first scopes',
  text: `SELECT lower FROM (SELECT lower, row_number() OVER (ORDER BY lower) AS at FROM keystore.partitions) AS partition
    WHERE at % ${String(partitionsOfStatement)} = 1 ORDER BY lower`,
}

/** From a scope id to the one before another, or to the last. */
const inPart = 'scope >= $1 AND ($2::uuid IS NULL OR scope < $2)'

export const countKeysStatement = (first: ScopeId, end: ScopeId | null) => ({
  text: `SELECT count(wrapped)::integer AS living, (count(*) - count(wrapped))::integer AS fenced FROM keystore.keys
    WHERE ${inPart}`,
  values: [first, end],
})

export const selectOldestKeyEpochStatement = (first: ScopeId, end: ScopeId | null) => ({
  text: `SELECT min(epoch) AS epoch FROM keystore.keys WHERE wrapped IS NOT NULL AND ${inPart}`,
  values: [first, end],
})

export const selectAcceptedEpochStatement = {
  name: 'accepted epoch',
  text: 'SELECT epoch FROM keystore.oldest_epoch',
}

/** The lock waits for every insert that is under way, and each later one sees the new epoch. */
export const refuseOlderEpochsStatements = (epoch: Epoch): ReadonlyArray<string> => [
  'LOCK TABLE ONLY keystore.keys IN SHARE ROW EXCLUSIVE MODE',
  `UPDATE keystore.oldest_epoch SET epoch = greatest(epoch, ${String(epoch)})`,
]

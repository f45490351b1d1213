import { scopeClasses } from '../../../../domain/event/scope-class'
import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { PartScope } from '../../../../domain/ports/scope-keys'
import type { Epoch } from '../../../../retention/keys/kek-ring'
import type { LivingKeyRow } from '../../../../retention/keys/key-row'
import { hidesEpoch } from '../../../../retention/keys/hides-epoch'
import { codeOfScopeClass } from '../../../../retention/sealing/scope-class-codes'

const selectKeys = 'SELECT scope, class, version, epoch, wrapped, fingerprint, certificate FROM keystore.keys'

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

export const findKeysStatement = (scopes: ReadonlyArray<ScopeId>) => ({
  name: 'find',
  text: `${selectKeys} WHERE scope = ANY ($1::uuid[])`,
  values: [scopes],
})

export const keyPageStatement = (after: ScopeId | undefined, limit: number) => ({
  name: 'page',
  text: `${selectKeys} WHERE scope > $1 ORDER BY scope LIMIT $2`,
  values: [after ?? lowestScopeId, limit],
})

export const livingKeyPageStatement = (after: ScopeId | undefined, limit: number) => ({
  name: 'living-page',
  text: `${selectKeys} WHERE scope > $1 AND wrapped IS NOT NULL ORDER BY scope LIMIT $2`,
  values: [after ?? lowestScopeId, limit],
})

const codesThatHideEpoch = scopeClasses.filter(hidesEpoch).map(codeOfScopeClass)

/** All statements lock rows in the order of their scope ids, which prevents deadlocks. */
export const fenceKeysStatement = (parts: ReadonlyArray<PartScope>, certificate: CertificateId) => ({
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

const lockLivingKeys = `SELECT scope FROM keystore.keys WHERE scope = ANY ($1::uuid[]) AND wrapped IS NOT NULL
  ORDER BY scope FOR UPDATE`

/** A row that another process has wrapped in a newer epoch meanwhile stays as it is. */
export const replaceKeysStatement = (living: ReadonlyArray<LivingKeyRow>) => ({
  name: 'replace',
  text: `WITH locked AS (${lockLivingKeys})
    UPDATE keystore.keys SET version = given.version, epoch = given.epoch, wrapped = given.wrapped,
      fingerprint = given.fingerprint
    FROM locked JOIN unnest($1::uuid[], $2::smallint[], $3::integer[], $4::integer[], $5::bytea[], $6::bytea[])
      AS given (scope, class, version, epoch, wrapped, fingerprint) USING (scope)
    WHERE keys.scope = locked.scope AND keys.epoch <= given.epoch`,
  values: livingColumns(living),
})

export const removeKeysStatement = (scopes: ReadonlyArray<ScopeId>) => ({
  name: 'remove',
  text: `WITH locked AS (${lockLivingKeys}) DELETE FROM keystore.keys USING locked WHERE keys.scope = locked.scope`,
  values: [scopes],
})

export const countKeysStatement = {
  name: 'count',
  text: `SELECT count(wrapped)::integer AS living, (count(*) - count(wrapped))::integer AS fenced FROM keystore.keys`,
}

export const oldestEpochStatement = {
  name: 'oldest epoch',
  text: 'SELECT min(epoch) AS epoch FROM keystore.keys WHERE wrapped IS NOT NULL',
}

export const acceptedEpochStatement = {
  name: 'accepted epoch',
  text: 'SELECT epoch FROM keystore.oldest_epoch',
}

/** The lock waits for every insert that is under way, and each later one sees the new epoch. */
export const refuseEpochsStatements = (epoch: Epoch): ReadonlyArray<string> => [
  'LOCK TABLE keystore.keys IN SHARE ROW EXCLUSIVE MODE',
  `UPDATE keystore.oldest_epoch SET epoch = greatest(epoch, ${String(epoch)})`,
]

/**
 * Rewrite all rows into a new file, in random order and one transaction. They wait at most two seconds for a long read,
 * because all other sessions queue behind this lock.
 */
export const rewriteKeysStatements: ReadonlyArray<string> = [
  "SET LOCAL lock_timeout = '2s'",
  'LOCK TABLE keystore.keys IN ACCESS EXCLUSIVE MODE',
  'CREATE TEMPORARY TABLE rewriting ON COMMIT DROP AS SELECT * FROM keystore.keys',
  'TRUNCATE keystore.keys',
  'INSERT INTO keystore.keys SELECT * FROM pg_temp.rewriting ORDER BY gen_random_uuid()',
]

import type { CertificateId, ScopeId } from '../../../../domain/values/ids'
import type { Part } from '../../../../domain/ports/keys'
import type { LivingRow } from '../../../../retention/keys/key-row'
import { codeOfClass } from '../../../../retention/sealing/class-codes'

const rows = 'SELECT scope, class, version, epoch, wrapped, fingerprint, certificate FROM keystore.keys'

const before = '00000000-0000-0000-0000-000000000000'

const columnsOf = (living: ReadonlyArray<LivingRow>) => [
  living.map(({ scope }) => scope),
  living.map((row) => codeOfClass(row.class)),
  living.map(({ version }) => version),
  living.map(({ epoch }) => epoch),
  living.map(({ wrapped }) => wrapped),
  living.map(({ fingerprint }) => fingerprint),
]

export const insert = (living: ReadonlyArray<LivingRow>) => ({
  name: 'insert',
  text: 'SELECT insert AS scope FROM keystore.insert($1, $2, $3, $4, $5, $6)',
  values: columnsOf(living),
})

export const find = (scopes: ReadonlyArray<ScopeId>) => ({
  name: 'find',
  text: `${rows} WHERE scope = ANY ($1::uuid[])`,
  values: [scopes],
})

export const page = (after: ScopeId | undefined, limit: number) => ({
  name: 'page',
  text: `${rows} WHERE scope > $1 ORDER BY scope LIMIT $2`,
  values: [after ?? before, limit],
})

/** Rows are touched in the order of their ids by all who write, so that nobody waits for somebody who waits for him. */
export const fence = (parts: ReadonlyArray<Part>, certificate: CertificateId) => ({
  name: 'fence',
  text: `INSERT INTO keystore.keys
    SELECT DISTINCT ON (scope) scope, class, 0, 0, NULL::bytea, ''::bytea, $3::uuid
    FROM unnest($1::uuid[], $2::smallint[]) AS given (scope, class) ORDER BY scope
    ON CONFLICT (scope) DO UPDATE SET wrapped = NULL, certificate = coalesce(keys.certificate, excluded.certificate)`,
  values: [parts.map(({ scope }) => scope), parts.map((part) => codeOfClass(part.class)), certificate],
})

const locked = `SELECT scope FROM keystore.keys WHERE scope = ANY ($1::uuid[]) AND wrapped IS NOT NULL
  ORDER BY scope FOR UPDATE`

export const replace = (living: ReadonlyArray<LivingRow>) => ({
  name: 'replace',
  text: `WITH locked AS (${locked})
    UPDATE keystore.keys SET version = given.version, epoch = given.epoch, wrapped = given.wrapped,
      fingerprint = given.fingerprint
    FROM locked JOIN unnest($1::uuid[], $2::smallint[], $3::integer[], $4::integer[], $5::bytea[], $6::bytea[])
      AS given (scope, class, version, epoch, wrapped, fingerprint) USING (scope)
    WHERE keys.scope = locked.scope`,
  values: columnsOf(living),
})

export const remove = (scopes: ReadonlyArray<ScopeId>) => ({
  name: 'remove',
  text: `WITH locked AS (${locked}) DELETE FROM keystore.keys USING locked WHERE keys.scope = locked.scope`,
  values: [scopes],
})

export const count = {
  name: 'count',
  text: `SELECT count(wrapped)::integer AS living, (count(*) - count(wrapped))::integer AS fenced FROM keystore.keys`,
}

/** In random order, by one transaction, into a new file. Whoever reads for long is not waited for: all others would be. */
export const rewriting: ReadonlyArray<string> = [
  "SET LOCAL lock_timeout = '2s'",
  'LOCK TABLE keystore.keys IN ACCESS EXCLUSIVE MODE',
  'CREATE TEMPORARY TABLE rewriting ON COMMIT DROP AS SELECT * FROM keystore.keys',
  'TRUNCATE keystore.keys',
  'INSERT INTO keystore.keys SELECT * FROM pg_temp.rewriting ORDER BY gen_random_uuid()',
]

import Database from 'better-sqlite3-multiple-ciphers'
import { createBlindIndex } from '../../../../adapters/stores/readmodels/sqlite/blind-index'
import { openReadModels } from '../../../../adapters/stores/readmodels/sqlite/open-read-models'
import { indexesOfTable } from '../../../../adapters/stores/readmodels/sqlite/statements-to-create-table'
import { IdentityChanged } from '../../../../domain/borrower/events/identity-changed'
import type { ScopeId } from '../../../../domain/values/ids'
import { allReadModels } from '../../../../projections/all-read-models'
import { borrowerByCpr, identityOfBorrower } from '../../../../projections/borrowers/borrower-record-queries'
import { cprOf } from '../../../fixtures/cpr-register/example-persons'
import { annaRegistered, annasPerson, identityId } from '../../../fixtures/example-borrowers'
import { anna } from '../../../fixtures/example-library'
import { withMetadataIn } from '../../../fixtures/in-memory-read-models'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const { number: _number, homeBranch: _homeBranch, language: _language, ...details } = annasPerson
const withCpr = IdentityChanged(
  { borrower: anna, identity: identityId(2), replaces: identityId(1) },
  { identity: { ...details, cpr: cprOf(1), isNameAndAddressProtected: false, reason: 'CPR-nummer' } },
)

const openWith = (key: Uint8Array) => {
  const db = new Database(':memory:')
  const store = rightOrThrow(openReadModels(allReadModels, undefined, createBlindIndex(key))(db))
  rightOrThrow(store.foldEvents(withMetadataIn('persons')([annaRegistered(), withCpr])))
  return { db, store }
}

const indexOf = ({ db }: ReturnType<typeof openWith>): unknown =>
  (db.prepare('SELECT "cprIndex" FROM identities').get() as { readonly cprIndex: string }).cprIndex

describe('the look-up by CPR number', () => {
  const one = openWith(Buffer.alloc(32, 1))

  it('finds the borrower by a keyed hash, and no index holds a CPR number', () => {
    expect(borrowerByCpr(cprOf(1))(one.store.rows)).toBe(anna)
    expect(borrowerByCpr(cprOf(2))(one.store.rows)).toBeUndefined()
    expect(indexOf(one)).not.toContain(cprOf(1))
    const indexed = allReadModels
      .flatMap(({ tables }) => tables)
      .flatMap((table) => Object.values(indexesOfTable(table)))
    expect(indexed.flat()).not.toContain('cpr')
    expect(indexed.flat()).toContain('cprIndex')
  })

  it('has another hash under another key', () => {
    expect(indexOf(openWith(Buffer.alloc(32, 2)))).not.toBe(indexOf(one))
    expect(indexOf(openWith(Buffer.alloc(32, 1)))).toBe(indexOf(one))
  })

  it('does not find the borrower by the hash itself: it is hashed again', () => {
    expect(borrowerByCpr(String(indexOf(one)))(one.store.rows)).toBeUndefined()
  })

  it('goes with the borrower', () => {
    const { store } = openWith(Buffer.alloc(32, 3))
    rightOrThrow(store.purge([{ class: 'borrower', scope: anna as string as ScopeId }]))
    expect(identityOfBorrower(anna)(store.rows)).toBeUndefined()
    expect(borrowerByCpr(cprOf(1))(store.rows)).toBeUndefined()
  })
})

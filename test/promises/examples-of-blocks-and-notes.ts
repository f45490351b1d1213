import { noNotes, type BorrowerNotes } from '../../domain/borrower/borrower-notes'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { acquireCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { staffUser, type ServedLibrary } from '../adapters/interfaces/http/with-http-server'
import type { ExampleOfData, HeldValue } from './example-of-data'
import { canary, pathsOf } from './lending-steps'

const block = async ({ send }: ServedLibrary, borrower: BorrowerId): Promise<string> => {
  const body = { reason: 'W', note: canary }
  return (await send('POST', `/borrowers/${borrower}/blocks`, { as: staffUser, body })).body.block
}

/** A block of the borrower, and the value that one of its fields has. */
export const ofBlock = (shown: string): ExampleOfData => {
  let blocked = ''
  return {
    make: async (library) => {
      await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      blocked = await block(library, borrower)
      return { borrower, shown, paths: pathsOf(borrower) }
    },
    change: ({ borrower }) => ({
      method: 'POST',
      path: `/borrowers/${borrower}/blocks`,
      body: { reason: 'F', note: null },
    }),
    end: ({ send }, { borrower }) => send('DELETE', `/borrowers/${borrower}/blocks/${blocked}`, { as: staffUser }),
    lastDay: '2026-02-28' as Day,
    goneOn: '2026-03-01' as Day,
  }
}

const replaceNotes = async ({ send }: ServedLibrary, borrower: BorrowerId, body: BorrowerNotes): Promise<void> => {
  const path = `/borrowers/${borrower}/notes`
  const headers = { 'If-Match': (await send('GET', path, { as: staffUser })).headers.get('etag') ?? '' }
  expect((await send('PUT', path, { as: staffUser, headers, body })).status).toBe(200)
}

/** Notes on the borrower, one of which has the canary. */
export const ofNote = (notes: BorrowerNotes): ExampleOfData => ({
  make: async (library) => {
    await acquireCopyByHttp(library)
    const borrower = await registerBorrowerByHttp(library)
    await replaceNotes(library, borrower, notes)
    return { borrower, shown: canary, paths: [...pathsOf(borrower), `/borrowers/${borrower}/notes`] }
  },
  change: ({ borrower }) => {
    const path = `/borrowers/${borrower}/notes`
    return { method: 'PUT', path, body: { internalNote: 'Anden note', noteToBorrower: null }, versionAt: path }
  },
  end: (library, { borrower }) => replaceNotes(library, borrower, noNotes),
  lastDay: '2026-02-28' as Day,
  goneOn: '2026-03-01' as Day,
})

/** The same note on the borrower and on a block. */
export const ofInternalNote = (): ExampleOfData => {
  const [onBorrower, onBlock] = [ofNote({ internalNote: canary, noteToBorrower: null }), ofBlock(canary)]
  let blocked: HeldValue
  return {
    ...onBorrower,
    make: async (library) => {
      blocked = await onBlock.make(library)
      await replaceNotes(library, blocked.borrower, { internalNote: canary, noteToBorrower: null })
      return { ...blocked, paths: [...blocked.paths, `/borrowers/${blocked.borrower}/notes`] }
    },
    end: async (library, held) => {
      await onBlock.end(library, blocked)
      await onBorrower.end(library, held)
    },
  }
}

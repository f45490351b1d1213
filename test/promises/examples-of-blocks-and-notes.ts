import { noNotes, type BorrowerNotes } from '../../domain/borrower/borrower-notes'
import type { Day } from '../../domain/values/day'
import type { BorrowerId } from '../../domain/values/ids'
import { acquireCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { borrowerUser, staffUser, type ServedLibrary } from '../adapters/interfaces/http/with-http-server'
import type { ExampleOfData } from './example-of-data'
import { canary, overviews } from './lending-steps'

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
      return { borrower, shown }
    },
    shownAt: overviews,
    change: { method: 'POST', path: '/borrowers/{borrower}/blocks', body: { reason: 'F', note: null } },
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

const notesPath = '/borrowers/{borrower}/notes'

/** Notes on the borrower, one of which has the canary. */
const ofNote = (notes: BorrowerNotes): Omit<ExampleOfData, 'shownAt'> => ({
  make: async (library) => {
    await acquireCopyByHttp(library)
    const borrower = await registerBorrowerByHttp(library)
    await replaceNotes(library, borrower, notes)
    return { borrower, shown: canary }
  },
  change: {
    method: 'PUT',
    path: notesPath,
    body: { internalNote: 'Anden note', noteToBorrower: null },
    versionAt: notesPath,
  },
  end: (library, { borrower }) => replaceNotes(library, borrower, noNotes),
  lastDay: '2026-02-28' as Day,
  goneOn: '2026-03-01' as Day,
})

export const ofNoteToBorrower = (): ExampleOfData => ({
  ...ofNote({ internalNote: null, noteToBorrower: canary }),
  shownAt: [...overviews, notesPath, '/me/statement', '/borrowers/{borrower}/statement'],
})

/** The same note on the borrower and on a block. */
export const ofInternalNote = (): ExampleOfData => {
  const onBlock = ofBlock(canary)
  return {
    ...ofNote({ internalNote: canary, noteToBorrower: null }),
    shownAt: ['/borrowers/{borrower}', notesPath],
    make: async (library) => {
      const blocked = await onBlock.make(library)
      await replaceNotes(library, blocked.borrower, { internalNote: canary, noteToBorrower: null })
      return blocked
    },
    end: async (library, held) => {
      await onBlock.end(library, held)
      await replaceNotes(library, held.borrower, noNotes)
    },
  }
}

const requestPath = '/borrowers/{borrower}/notes-request'

const requestNotes = ({ send }: ServedLibrary, borrower: BorrowerId) =>
  send('POST', `/borrowers/${borrower}/notes-request`, { as: borrowerUser(borrower) })

const answerRequest = ({ send }: ServedLibrary, borrower: BorrowerId, given: string) =>
  send('POST', `/borrowers/${borrower}/notes-request/answer`, { as: staffUser, body: { given, withheldBecause: null } })

/** A request that staff have answered, and another one that they may answer. */
export const ofNotesRequest = (): ExampleOfData => ({
  make: async (library) => {
    await acquireCopyByHttp(library)
    const borrower = await registerBorrowerByHttp(library)
    await requestNotes(library, borrower)
    expect((await answerRequest(library, borrower, canary)).status).toBe(200)
    await requestNotes(library, borrower)
    return { borrower, shown: canary }
  },
  shownAt: [requestPath],
  change: { method: 'POST', path: `${requestPath}/answer`, body: { given: 'Andet', withheldBecause: null } },
  end: (library, { borrower }) => answerRequest(library, borrower, 'Andet'),
  lastDay: '2026-02-28' as Day,
  goneOn: '2026-03-01' as Day,
})

import * as TE from 'fp-ts/TaskEither'
import { forTheRegistered, type RegisteredAtGate } from '../../../domain/use-cases/still-registered'
import type { BorrowerId } from '../../../domain/values/ids'
import type { Standing } from '../../../domain/policy/standing'
import { toCopy, toTitle } from '../../../domain/reactions/follow-up'
import {
  anna,
  bent,
  mainLibrary,
  noon,
  reservationOf,
  setAsideOf,
  standingOf,
  theCopy,
  theTitle,
} from '../../fixtures/library'

const keepForAnna = toCopy(theCopy, {
  ...{ type: 'SetAside', setAside: setAsideOf(1), borrower: anna, reservation: reservationOf(1) },
  ...{ pickUpBranch: mainLibrary, pickUpNumber: '101', at: noon('2026-03-10') },
})
const fulfilled = toTitle(theTitle, { type: 'FulfilReservation', reservation: reservationOf(1), title: theTitle })

/** A library that knows one standing, and writes down whose gates were closed. */
const libraryWith = (standing: Standing | undefined) => {
  const gates: BorrowerId[] = []
  const gate: RegisteredAtGate['gate'] = (borrower) => (thing) => {
    gates.push(borrower)
    return thing
  }
  const library: RegisteredAtGate = { gate, lookUp: { standing: () => TE.right(standing) } }
  return { library, gates }
}

describe('what follows for a borrower', () => {
  it('is passed by once the borrower is about to be erased', async () => {
    const { library } = libraryWith(undefined)
    const done = jest.fn(() => Promise.resolve({ _tag: 'Right', right: 'done' } as const))
    expect(await forTheRegistered(library, anna)(keepForAnna, done)()).toMatchObject({ right: undefined })
    expect(done).not.toHaveBeenCalled()
  })

  it('is done when it makes nothing for anybody', async () => {
    const { library, gates } = libraryWith(undefined)
    expect(await forTheRegistered(library, bent)(fulfilled, TE.right('done'))()).toMatchObject({ right: 'done' })
    expect(gates).toEqual([])
  })

  it.each([
    ['at that gate, when another borrower stands at theirs', bent, [anna]],
    ['at that gate, when the event concerns nobody', undefined, [anna]],
    ['without closing a gate that is closed already', anna, []],
  ])('is done %s', async (_where, here, closed) => {
    const { library, gates } = libraryWith(standingOf(anna))
    expect(await forTheRegistered(library, here)(keepForAnna, TE.right('done'))()).toMatchObject({ right: 'done' })
    expect(gates).toEqual(closed)
  })
})

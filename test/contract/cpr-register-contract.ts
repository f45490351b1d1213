import type { CprRegister, PersonInCprRegister } from '../../domain/ports/cpr-register'
import type { Cpr } from '../../domain/values/cpr'
import type { MunicipalityCode } from '../../domain/values/ids'
import { cprOf, personInRegister } from '../fixtures/cpr-register/example-persons'
import { rightOrThrow } from '../fixtures/right-or-throw'

/** A register, and what its office does. */
export interface CprRegisterUnderTest {
  readonly register: CprRegister
  /** Persons who are found by `fetch`. */
  readonly enter: (person: PersonInCprRegister) => void
  /** Adds a part to the feed. */
  readonly deliver: (persons: ReadonlyArray<PersonInCprRegister>) => void
  /** Makes the register unreachable; undefined when it cannot be. */
  readonly fail: (() => void) | undefined
  readonly close: () => void
}

const everybody = (): boolean => true

/** The contract of a CPR register. It is for the adapter of the national service as well, with a test register of the office. */
export const cprRegisterContract = (name: string, make: () => CprRegisterUnderTest): void => {
  describe(`CPR register: ${name}`, () => {
    let made: CprRegisterUnderTest
    beforeEach(() => {
      made = make()
    })
    afterEach(() => {
      made.close()
    })
    const numbers = async () => [...rightOrThrow(await made.register.subscriptions())].sort()

    it('finds one person by number, with all that is known of the person', async () => {
      const protectedPerson = personInRegister(2, { isNameAndAddressProtected: true })
      made.enter(personInRegister(1))
      made.enter(protectedPerson)
      expect(rightOrThrow(await made.register.fetch(cprOf(1))())).toEqual(personInRegister(1))
      expect(rightOrThrow(await made.register.fetch(cprOf(2))())).toEqual(protectedPerson)
      expect(rightOrThrow(await made.register.fetch(cprOf(3))())).toBeUndefined()
    })

    it('lists each number that was subscribed to once, until the subscription is ended', async () => {
      for (const serial of [1, 2, 1]) rightOrThrow(await made.register.subscribe(cprOf(serial))())
      expect(await numbers()).toEqual([cprOf(1), cprOf(2)])
      for (const serial of [1, 1, 3]) rightOrThrow(await made.register.unsubscribe(cprOf(serial))())
      expect(await numbers()).toEqual([cprOf(2)])
    })

    it('gives the parts of the feed in order, each whole, from a position on', async () => {
      made.deliver([personInRegister(1), personInRegister(2)])
      made.deliver([personInRegister(3)])
      const first = rightOrThrow(await made.register.readChanges(undefined, everybody)())
      expect(first?.persons).toEqual([personInRegister(1), personInRegister(2)])
      const second = rightOrThrow(await made.register.readChanges(first?.position, everybody)())
      expect(second?.persons).toEqual([personInRegister(3)])
      expect(rightOrThrow(await made.register.readChanges(second?.position, everybody)())).toBeUndefined()
    })

    it('gives a part again until it is acknowledged, and never after that', async () => {
      made.deliver([personInRegister(1)])
      made.deliver([personInRegister(2)])
      const first = rightOrThrow(await made.register.readChanges(undefined, everybody)())
      expect(rightOrThrow(await made.register.readChanges(undefined, everybody)())).toEqual(first)
      for (const time of [1, 2]) {
        rightOrThrow(await made.register.acknowledge(first?.position ?? `missing ${String(time)}`)())
        expect(rightOrThrow(await made.register.readChanges(undefined, everybody)())?.persons).toEqual([
          personInRegister(2),
        ])
      }
    })

    it('leaves out the persons who are not wanted', async () => {
      made.deliver([1, 2, 3].map((serial) => personInRegister(serial)))
      const isWanted = (cpr: Cpr): boolean => cpr === cprOf(2)
      expect(rightOrThrow(await made.register.readChanges(undefined, isWanted)())).toMatchObject({
        persons: [personInRegister(2)],
        unreadable: [],
      })
    })

    it('tells moves, deaths, protection and a changed number', async () => {
      const changes = [
        personInRegister(1, { residence: { _tag: 'NoDanishAddress' } }),
        personInRegister(2, {
          residence: {
            _tag: 'LivesAt',
            careOf: 'Prøve Vært',
            address: 'Ny Vej 2, 8000 Aarhus C',
            municipality: '751' as MunicipalityCode,
          },
        }),
        personInRegister(3, { isDead: true }),
        personInRegister(4, { isNameAndAddressProtected: true }),
        personInRegister(5, { replacedBy: cprOf(6) }),
        personInRegister(7, { residence: { _tag: 'NotSaid' }, name: null }),
      ]
      made.deliver(changes)
      expect(rightOrThrow(await made.register.readChanges(undefined, everybody)())?.persons).toEqual(changes)
    })

    it('answers that it is unavailable when it is, without a word of a person', async () => {
      if (made.fail === undefined) return
      made.enter(personInRegister(1))
      made.fail()
      const unavailable = { _tag: 'Left', left: { _tag: 'CprRegisterUnavailable' } }
      expect(await made.register.fetch(cprOf(1))()).toEqual(unavailable)
      expect(await made.register.subscribe(cprOf(1))()).toEqual(unavailable)
      expect(await made.register.unsubscribe(cprOf(1))()).toEqual(unavailable)
      expect(await made.register.subscriptions()).toEqual(unavailable)
      expect(await made.register.readChanges(undefined, everybody)()).toEqual(unavailable)
    })
  })
}

import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Day } from '../../domain/values/day'
import { staffUser, withHttpServer } from '../adapters/interfaces/http/with-http-server'
import { createCprRegisterFolder } from '../fixtures/cpr-register/cpr-register-folder'
import { cprDeliveryText, cprRecordsOf } from '../fixtures/cpr-register/cpr-delivery-text'
import { cprOf, personInRegister } from '../fixtures/cpr-register/example-persons'
import { createMemoryCprRegister } from '../fixtures/cpr-register/memory-cpr-register'
import { addressOf, livingAt, register, subscriptionsOf, whoIs, work } from './cpr-register-steps'
import { moveClockTo } from './use-case-steps'

describe('a library with the CPR register', () => {
  it('fetches name, address and municipality when a borrower is registered, and asks for changes', async () => {
    const office = createMemoryCprRegister()
    office.enter(personInRegister(1))
    await withHttpServer(
      async (library) => {
        const borrower = await register(library)
        expect(whoIs(library, borrower)).toMatchObject({
          ...{ name: 'Prøve Person1', municipality: '851', reason: 'register', isNameAndAddressProtected: 0 },
        })
        expect(addressOf(library, borrower)).toBe('Prøvevej 1, 9000 Aalborg')
        expect(await subscriptionsOf(office)).toEqual([cprOf(1)])
      },
      undefined,
      { cprRegister: office },
    )
  })

  it('registers a borrower while the register does not answer, and completes the registration later, once', async () => {
    const office = createMemoryCprRegister()
    office.enter(personInRegister(1, { isNameAndAddressProtected: true }))
    office.setAvailable(false)
    const alarms: string[] = []
    await withHttpServer(
      async (library) => {
        const borrower = await register(library)
        await work(library)
        expect(whoIs(library, borrower)).toMatchObject({ name: 'Som Skrevet', reason: null })
        expect(new Set(alarms)).toEqual(new Set(['CprRegisterUnavailable']))
        office.setAvailable(true)
        await work(library)
        expect(whoIs(library, borrower)).toMatchObject({ name: 'Prøve Person1', isNameAndAddressProtected: 1 })
        expect(await subscriptionsOf(office)).toEqual([cprOf(1)])
        const before = office.calls.length
        await work(library)
        expect(office.calls.slice(before).filter((call) => call.startsWith('fetch'))).toEqual([])
      },
      undefined,
      { cprRegister: office, alarm: (kind) => alarms.push(kind) },
    )
  })

  it('writes nothing of a subscription: the events of a registration are the same, and bear months', async () => {
    const office = createMemoryCprRegister()
    await withHttpServer(
      async (library) => {
        const borrower = await register(library)
        await work(library)
        expect(await subscriptionsOf(office)).toEqual([cprOf(1)])
        const { events } = (await library.send('GET', `/streams/persons/borrower-${borrower}`, { as: staffUser })).body
        expect((events as ReadonlyArray<{ type: string }>).map(({ type }) => type)).toEqual(['BorrowerRegistered'])
      },
      undefined,
      { cprRegister: office },
    )
  })

  it('takes over moves, names, protection and changed numbers from deliveries, and removes these', async () => {
    const office = createCprRegisterFolder()
    office.enter(personInRegister(1))
    await withHttpServer(
      async (library) => {
        const borrower = await register(library)
        office.deliver([
          personInRegister(1, { ...livingAt('Ny Vej 2, 8000 Aarhus C', '751'), name: 'Prøve Gift' }),
          personInRegister(2),
        ])
        await work(library)
        expect(addressOf(library, borrower)).toBe('Ny Vej 2, 8000 Aarhus C')
        expect(whoIs(library, borrower)).toMatchObject({ name: 'Prøve Gift', municipality: '751' })
        office.deliver([personInRegister(1, { isNameAndAddressProtected: true, replacedBy: cprOf(7) })])
        await work(library)
        expect(whoIs(library, borrower)).toMatchObject({ cpr: cprOf(7), isNameAndAddressProtected: 1 })
        await work(library)
        expect(await subscriptionsOf(office.register)).toEqual([cprOf(7)])
        expect(readdirSync(path.join(office.folder, 'deliveries'))).toEqual([])
      },
      undefined,
      { cprRegister: office.register },
    )
    office.close()
  })

  it('names a record that it cannot read by file and line alone', async () => {
    const office = createCprRegisterFolder()
    office.enter(personInRegister(1))
    const alarms: unknown[] = []
    await withHttpServer(
      async (library) => {
        await register(library)
        const [personal = '', ...rest] = cprRecordsOf(personInRegister(1, { name: 'Hemmelig Person' }))
        const file = office.deliverText(cprDeliveryText([`${personal.slice(0, 23)}XX${personal.slice(25)}`, ...rest]))
        await work(library)
        expect(alarms).toEqual([['CprRecordNotReadable', { file, line: 2 }]])
        expect(library.loggedText()).not.toContain('Hemmelig')
      },
      undefined,
      { cprRegister: office.register, alarm: (kind, details) => alarms.push([kind, details]) },
    )
    office.close()
  })

  it('forgets an earlier address with the closing of the next month', async () => {
    const office = createCprRegisterFolder()
    office.enter(personInRegister(1, livingAt('Kanarievej 9, 9000 Aalborg')))
    await withHttpServer(
      async (library) => {
        const borrower = await register(library)
        office.deliver([personInRegister(1)])
        await work(library)
        const stream = `/streams/persons/borrower-${borrower}`
        const shown = async () => (await library.send('GET', stream, { as: staffUser })).text
        await moveClockTo(library.runningLibrary, '2026-02-28' as Day)
        expect(await shown()).toContain('Kanarievej 9')
        await moveClockTo(library.runningLibrary, '2026-03-01' as Day)
        expect(await shown()).not.toContain('Kanarievej 9')
      },
      undefined,
      { cprRegister: office.register },
    )
    office.close()
  })
})

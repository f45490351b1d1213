import { chmodSync, closeSync, openSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import * as fc from 'fast-check'
import type { Cpr } from '../../../../domain/values/cpr'
import { createCprRegisterFolder } from '../../../fixtures/cpr-register/cpr-register-folder'
import { cprDeliveryText, cprRecordsOf } from '../../../fixtures/cpr-register/cpr-delivery-text'
import { cprOf, personInRegister } from '../../../fixtures/cpr-register/example-persons'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const everybody = (): boolean => true

describe('A CPR register that is fed by files', () => {
  let made: ReturnType<typeof createCprRegisterFolder>
  beforeEach(() => {
    made = createCprRegisterFolder()
  })
  afterEach(() => made.close())
  const read = async (isWanted: (cpr: Cpr) => boolean = everybody) =>
    rightOrThrow(await made.register.readChanges(undefined, isWanted)())

  it('keeps a delivery until it is acknowledged, and has nothing of it in the folder then', async () => {
    made.deliver([personInRegister(1)])
    const page = await read()
    expect(readdirSync(path.join(made.folder, 'deliveries'))).toHaveLength(1)
    rightOrThrow(await made.register.acknowledge(page?.position ?? '')())
    expect(readdirSync(path.join(made.folder, 'deliveries'))).toEqual([])
  })

  it('keeps an older delivery that comes while a newer one is applied, and gives it next', async () => {
    made.deliver([personInRegister(1)])
    const page = await read()
    const older = path.join(made.folder, 'deliveries', 'D261129.L430001')
    writeFileSync(older, cprDeliveryText(cprRecordsOf(personInRegister(2))), 'latin1')
    rightOrThrow(await made.register.acknowledge(page?.position ?? '')())
    expect((await read())?.persons).toEqual([personInRegister(2)])
  })

  it('reads its subscriptions without asking for each of their files whether it is there', async () => {
    for (let n = 1; n <= 12; n += 1) rightOrThrow(await made.register.subscribe(cprOf(n))())
    const stat = jest.spyOn(fs, 'stat')
    const subscriptions = rightOrThrow(await made.register.subscriptions())
    const times = stat.mock.calls.length
    stat.mockRestore()
    expect(subscriptions.size).toBe(12)
    expect(times).toBeLessThan(5)
  })

  it('names a record that it cannot read by file and line, and uses nothing else of the person', async () => {
    const [personal = '', ...rest] = cprRecordsOf(personInRegister(1))
    const unknownStatus = `${personal.slice(0, 23)}44${personal.slice(25)}`
    const tooLong = `${cprRecordsOf(personInRegister(2))[1] ?? ''}X`
    const name = made.deliverText(
      cprDeliveryText([
        unknownStatus,
        ...rest,
        cprRecordsOf(personInRegister(2))[0] ?? '',
        tooLong,
        ...cprRecordsOf(personInRegister(3)),
      ]),
    )
    const page = await read()
    const firstOfSecond = 2 + rest.length + 1
    expect(page).toEqual({
      persons: [personInRegister(3)],
      unreadable: [
        { file: name, line: 2 },
        { file: name, line: firstOfSecond + 1 },
      ],
      position: name,
    })
  })

  it('reads nothing but the number of a stranger: a record of theirs that cannot be read is named nowhere', async () => {
    const [personal = ''] = cprRecordsOf(personInRegister(1))
    made.deliverText(
      cprDeliveryText([`${personal.slice(0, 23)}44${personal.slice(25)}`, ...cprRecordsOf(personInRegister(2))]),
    )
    expect(await read((cpr) => cpr === cprOf(2))).toMatchObject({ persons: [personInRegister(2)], unreadable: [] })
  })

  it('leaves a delivery that lacks its end where it is, says so, and reads it once it is complete', async () => {
    const whole = cprDeliveryText(cprRecordsOf(personInRegister(1)))
    const name = made.deliverText(whole.slice(0, -40))
    expect(await read()).toBeUndefined()
    expect(made.incomplete).toEqual([name])
    expect(readdirSync(path.join(made.folder, 'deliveries'))).toEqual([name])
  })

  it('reads protection until the day on which it ends', async () => {
    const protectedPerson = personInRegister(1, { isNameAndAddressProtected: true })
    const records = cprRecordsOf(protectedPerson).map((record) =>
      record.startsWith('004') ? `${record.slice(0, 27)}2026-12-01` : record,
    )
    made.deliverText(cprDeliveryText(records, '20261130'))
    expect((await read())?.persons).toEqual([protectedPerson])
    made.deliverText(cprDeliveryText(records, '20261201'))
    const [first] = readdirSync(path.join(made.folder, 'deliveries'))
    rightOrThrow(await made.register.acknowledge(first ?? '')())
    expect((await read())?.persons).toEqual([personInRegister(1, { isNameAndAddressProtected: false })])
  })

  it('never throws on any text, and repeats no part of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ maxLength: 260, unit: 'binary' }), { maxLength: 8 }), async (lines) => {
        const name = made.deliverText(cprDeliveryText(lines.map((line) => line.replaceAll(/[\r\n]/g, ' '))))
        const page = await read()
        for (const { file } of page?.unreadable ?? []) expect(file).toBe(name)
        rightOrThrow(await made.register.acknowledge(name)())
      }),
      { numRuns: 100 },
    )
  })

  it('lists subscriptions in files that the owner alone can read, and no file name tells a number', async () => {
    for (const serial of [1, 2, 3]) rightOrThrow(await made.register.subscribe(cprOf(serial))())
    const folder = path.join(made.folder, 'subscriptions')
    const names = readdirSync(folder)
    expect(names.every((name) => /^([0-9]{2}|version)$/.test(name))).toBe(true)
    expect(names.map((name) => statSync(path.join(folder, name)).mode & 0o777)).toEqual(names.map(() => 0o600))
    rightOrThrow(await made.register.unsubscribe(cprOf(2))())
    const left = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
    expect(left.join('')).not.toContain(cprOf(2))
  })

  it('lists subscriptions in files whose times tell the day alone, and a version tells of each change', async () => {
    const folder = path.join(made.folder, 'subscriptions')
    const versions: string[] = []
    const check = (): void => {
      const places = [folder, ...readdirSync(folder).map((name) => path.join(folder, name))]
      expect(places.map((place) => statSync(place).mtime.toISOString())).toEqual(
        places.map(() => '2026-11-30T00:00:00.000Z'),
      )
      versions.push(readFileSync(path.join(folder, 'version'), 'utf8'))
    }
    for (const serial of [1, 2]) {
      rightOrThrow(await made.register.subscribe(cprOf(serial))())
      check()
    }
    rightOrThrow(await made.register.unsubscribe(cprOf(2))())
    check()
    expect(new Set(versions).size).toBe(3)
    rightOrThrow(await made.register.subscribe(cprOf(1))())
    expect(readFileSync(path.join(folder, 'version'), 'utf8')).toBe(versions[2])
  })

  it('leaves no number of an ended subscription in the old bytes of a file', async () => {
    for (const serial of [1, 2]) {
      rightOrThrow(await made.register.subscribe(cprOf(serial))())
      const folder = path.join(made.folder, 'subscriptions')
      const holders = readdirSync(folder).filter((name) =>
        readFileSync(path.join(folder, name), 'utf8').includes(cprOf(serial)),
      )
      const old = openSync(path.join(folder, holders[0] ?? ''), 'r')
      rightOrThrow(await made.register.unsubscribe(cprOf(serial))())
      expect(readFileSync(old, 'utf8').replaceAll('\0', '')).toBe('')
      closeSync(old)
    }
  })

  it('leaves no number of an ended subscription in a file that a killed process had not finished', async () => {
    rightOrThrow(await made.register.subscribe(cprOf(1))())
    const folder = path.join(made.folder, 'subscriptions')
    const holder = readdirSync(folder).find((name) => name !== 'version') ?? ''
    writeFileSync(path.join(folder, `${holder}.new`), `${cprOf(1)}\n`)
    rightOrThrow(await made.register.unsubscribe(cprOf(1))())
    expect(readdirSync(folder)).toEqual(['version'])
  })

  it('keeps every subscription of those that begin and end at the same moment', async () => {
    const serials = Array.from({ length: 120 }, (_, index) => index + 1)
    await Promise.all(serials.map(async (serial) => rightOrThrow(await made.register.subscribe(cprOf(serial))())))
    const even = serials.filter((serial) => serial % 2 === 0)
    await Promise.all(even.map(async (serial) => rightOrThrow(await made.register.unsubscribe(cprOf(serial))())))
    const odd = serials.filter((serial) => serial % 2 === 1)
    expect(rightOrThrow(await made.register.subscriptions())).toEqual(new Set(odd.map(cprOf)))
  })

  it('is unavailable, and not without deliveries, when its folder cannot be read', async () => {
    made.deliver([personInRegister(1)])
    made.close()
    expect(await made.register.readChanges(undefined, everybody)()).toMatchObject({ _tag: 'Left' })
    expect(() => chmodSync(made.folder, 0o700)).toThrow()
  })
})

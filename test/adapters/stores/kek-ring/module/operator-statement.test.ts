import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  evidenceOfKeyDestructionInModule,
  noKeyCopiesSentence,
  readModuleOperatorStatement,
} from '../../../../../adapters/stores/kek-ring/module/operator-statement'
import type {
  HardwareModuleSettings,
  Pkcs11TokenIdentity,
} from '../../../../../adapters/stores/kek-ring/module/hardware-module-settings'
import type { Day } from '../../../../../domain/values/day'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'

const folder = mkdtempSync(path.join(tmpdir(), 'statement-'))
afterAll(() => rmSync(folder, { recursive: true }))

const library = '6f1c3c52-93f5-4bd6-8f2c-1b58f6e0f7aa'
const token: Pkcs11TokenIdentity = { manufacturer: 'A maker', model: 'A module', serialNumber: '4711' }
const softHsm: Pkcs11TokenIdentity = { ...token, manufacturer: 'SoftHSM project', model: 'SoftHSM v2' }
const until = '2026-12-31' as Day
const operator = generateKeyPairSync('ed25519')

const ringModule: HardwareModuleSettings = {
  ...{ file: '/usr/lib/module.so', token: 'library', pinFile: '/secure/pin' },
  statement: path.join(folder, 'statement.json'),
  operatorKey: path.join(folder, 'operator.pem'),
}

const statementOf = (members: object = {}) => ({
  ...{ format: 'glemsom module statement 1', library, ...token, statement: noKeyCopiesSentence, until },
  ...members,
})

const write = (statement: unknown, signing = operator): void => {
  const text = Buffer.from(`${JSON.stringify(statement, undefined, 2)}\n`)
  writeFileSync(ringModule.statement ?? '', text)
  writeFileSync(`${ringModule.statement ?? ''}.sig`, sign(null, text, signing.privateKey))
  writeFileSync(ringModule.operatorKey ?? '', operator.publicKey.export({ type: 'spki', format: 'pem' }))
}

const read = (named: HardwareModuleSettings = ringModule, of = token) => readModuleOperatorStatement(named, library, of)

const expectRefused = (outcome: ReturnType<typeof read>, reason: RegExp): void => {
  expect(outcome).toMatchObject({ left: { _tag: 'Unavailable', reason: expect.stringMatching(reason) as string } })
}

describe('the statement of an operator on the copies of a module', () => {
  it('lets the ring attest what the module destroys until the day that it names', () => {
    write(statementOf())
    const destruction = evidenceOfKeyDestructionInModule(token, rightOrThrow(read()))
    expect([until, '2027-01-01' as Day].map(destruction)).toEqual(['attested', 'declared'])
  })

  it('says nothing of SoftHSM2, whose keys are in files', () => {
    write(statementOf(softHsm))
    expect(evidenceOfKeyDestructionInModule(softHsm, rightOrThrow(read(ringModule, softHsm)))(until)).toBe('declared')
  })

  it('is needed: without it, what the module destroys is declared', () => {
    const { file, pinFile } = ringModule
    expect(
      evidenceOfKeyDestructionInModule(token, rightOrThrow(read({ file, pinFile, token: 'library' })))(until),
    ).toBe('declared')
  })

  it.each([
    ['another library', { library: 'another' }],
    ['another token', { serialNumber: '4712' }],
    ['something else', { statement: 'There is a copy.' }],
  ])('is refused when it is about %s, and the refusal says what must be there', (_what, members) => {
    write(statementOf(members))
    const [name = ''] = Object.keys(members)
    expectRefused(read(), new RegExp(`RING_STATEMENT .*"${name}"`))
  })

  it('is refused without the day until which it holds', () => {
    write(statementOf({ until: 'always' }))
    expectRefused(read(), /"until"/)
  })

  it('is refused when it is signed by somebody else, or was changed after it was signed', () => {
    write(statementOf(), generateKeyPairSync('ed25519'))
    expectRefused(read(), /not signed with .* RING_OPERATOR_KEY/)
    write(statementOf())
    writeFileSync(ringModule.statement ?? '', JSON.stringify(statementOf({ until: '2099-12-31' })))
    expectRefused(read(), /not signed with .* RING_OPERATOR_KEY/)
  })

  it('is refused when a file of it is missing; the refusal names the variable', () => {
    write(statementOf())
    expectRefused(
      read({ ...ringModule, statement: path.join(folder, 'none.json') }),
      /^RING_STATEMENT names .*none\.json/,
    )
    expectRefused(read({ ...ringModule, operatorKey: path.join(folder, 'none.pem') }), /^RING_OPERATOR_KEY names/)
    const { operatorKey: _omitted, ...withoutKey } = ringModule
    expectRefused(read(withoutKey), /RING_STATEMENT is set without RING_OPERATOR_KEY/)
  })
})

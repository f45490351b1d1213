import { exampleOfPolicyFile } from '../../../../adapters/stores/policy-file/example-of-policy-file'
import type { Day } from '../../../../domain/values/day'
import type { BorrowerId } from '../../../../domain/values/ids'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { registerBorrowerByHttp } from './http-steps'
import { aCamera, storeVideo } from './video-steps'
import {
  administratorUser,
  auditorUser,
  borrowerUser,
  dutyOfficerUser,
  staffUser,
  withHttpServer,
  type ServedLibrary,
} from './with-http-server'

const why = 'Anmodning fra politiet'

const setHold = (library: ServedLibrary, body: object, as = administratorUser) =>
  library.send('POST', '/holds', { as, body: { lastDay: '2026-03-31', why, caseNumber: '2026-17', ...body } })

describe('a legal hold over HTTP', () => {
  it('is set by administrators alone; auditors see until when it stands, and not of what or why', () =>
    withHttpServer(async (library) => {
      const scope = await registerBorrowerByHttp(library)
      expect((await setHold(library, { scope }, staffUser)).status).toBe(403)
      const { body, status } = await setHold(library, { scope })
      expect(status).toBe(201)
      const path = `/holds?after=${String(body.after)}`
      expect((await library.send('GET', path, { as: staffUser })).status).toBe(403)
      const listed = await library.send('GET', path, { as: auditorUser })
      const withheld = { withheld: 'hold' }
      expect(listed.body.holds).toEqual([
        {
          ...{ hold: body.hold, lastDay: '2026-03-31', setOn: '2026-01-05', releasedOn: null, isStanding: true },
          ...{ scope: withheld, class: withheld, borrower: withheld, setBy: withheld, why: withheld },
          ...{ caseNumber: withheld, basisForBorrower: withheld, reasonForBorrower: withheld },
        },
      ])
      const shown = await library.send('GET', `/streams/circulation/hold-${String(body.hold)}`, { as: staffUser })
      expect(shown.text).not.toContain(why)
      const erasure = await library.send('DELETE', `/borrowers/${scope}`, { as: staffUser })
      expect(erasure.status).toBe(409)
      expect(erasure.body.obstacles).toEqual([])
    }))

  it('is refused with a pointer to what is wrong, and the latest day that may be named', () =>
    withHttpServer(async (library) => {
      const scope = await registerBorrowerByHttp(library)
      const unknown = await setHold(library, { scope: '00000000-0000-4000-8000-000000000000' })
      expect([unknown.status, unknown.body.errors[0].pointer]).toEqual([422, '/scope'])
      const early = await setHold(library, { scope, lastDay: '2026-03-30' })
      expect([early.status, early.body.errors[0].pointer, early.body.latest]).toEqual([422, '/lastDay', '2027-01-31'])
      const half = await setHold(library, { scope, basisForBorrower: 'GDPR artikel 17' })
      expect([half.status, half.body.errors[0].pointer]).toEqual([400, '/reasonForBorrower'])
      const release = '/holds/00000000-0000-4000-8000-000000000000/release'
      expect((await library.send('POST', release, { as: administratorUser, body: { why } })).status).toBe(404)
    }))
})

const withRecordings = exampleOfPolicyFile.replace(
  '"from": "2026-01-01",',
  '"from": "2026-01-01", "legalHolds": { "recordings": "forDisputes" },',
)
const explanation = { basis: 'GDPR artikel 17, stk. 3, litra e', reason: 'En sag om en skade på dit barns cykel' }
const asSent = { basisForBorrower: explanation.basis, reasonForBorrower: explanation.reason }

/** A library on the day after a recording, and the borrower with whom there is a dispute. */
const withRecording = (policy: string, test: (library: ServedLibrary, footage: string, of: string) => Promise<void>) =>
  withHttpServer(
    async (library) => {
      await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
      await test(library, await storeVideo(library), await registerBorrowerByHttp(library))
    },
    undefined,
    { policyFile: { path: 'policy.json', text: policy } },
  )

describe('a legal hold on a recording', () => {
  it('is refused unless the policy allows it: 30 days stay 30 days', () =>
    withRecording(exampleOfPolicyFile, async (library, scope, disputeWith) => {
      expect((await setHold(library, { scope, ...asSent, disputeWith })).status).toBe(409)
      await moveClockTo(library.runningLibrary, '2026-02-04' as Day)
      expect((await library.send('GET', `/video/recordings/${scope}`, { as: dutyOfficerUser })).status).toBe(404)
    }))

  it('is always told, to the borrower with whom there is a dispute', () =>
    withRecording(withRecordings, async (library, scope, disputeWith) => {
      const untold = await setHold(library, { scope, disputeWith })
      expect([untold.status, untold.body.errors[0].pointer]).toEqual([422, '/reasonForBorrower'])
      const ofNobody = await setHold(library, { scope, ...asSent })
      expect([ofNobody.status, ofNobody.body.errors[0].pointer]).toEqual([422, '/disputeWith'])
      const onBorrower = await setHold(library, { scope: disputeWith, ...asSent, disputeWith })
      expect([onBorrower.status, onBorrower.body.errors[0].pointer]).toEqual([422, '/disputeWith'])
    }))

  it('keeps the recording until its last day, says so in the register, and tells the borrower which recording it is', () =>
    withRecording(withRecordings, async (library, scope, disputeWith) => {
      expect((await setHold(library, { scope, ...asSent, disputeWith })).status).toBe(201)
      await moveClockTo(library.runningLibrary, '2026-03-31' as Day)
      const read = () => library.send('GET', `/video/recordings/${scope}`, { as: dutyOfficerUser })
      expect((await read()).body.erasedOn).toBe('2026-03-31')
      const { kinds } = (await library.send('GET', '/me/data', { as: borrowerUser(disputeWith as BorrowerId) })).body
      expect(kinds.explainedLegalHold.data.holds).toMatchObject([
        { recordHeld: 'footage', ...aCamera, day: '2026-01-05', heldUntil: '2026-03-31', ...explanation },
      ])
      await moveClockTo(library.runningLibrary, '2026-04-01' as Day)
      expect((await read()).status).toBe(404)
    }))
})

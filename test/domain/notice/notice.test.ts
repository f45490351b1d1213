import * as E from 'fp-ts/Either'
import fc from 'fast-check'
import { canonicalJson } from '../../../domain/event/canonical-json'
import { NoticeFailed } from '../../../domain/notice/events/notice-failed'
import { NoticeSent } from '../../../domain/notice/events/notice-sent'
import { noticeBytes, sealedNotice, type NoticeContent } from '../../../domain/notice/notice-content'
import { noticeDecider } from '../../../domain/notice/notice-decider'
import type { NoticeEvent } from '../../../domain/notice/notice-event'
import type { GuardianshipId } from '../../../domain/values/ids'
import type { Month } from '../../../domain/values/month'
import { anna } from '../../fixtures/example-library'
import { numberedUuid } from '../../fixtures/numbered-uuid'
import { exampleMakeNotice, exampleWarning, noticeId, noticeMade } from '../../fixtures/example-notices'

const notice = noticeId(1)

const after = (events: ReadonlyArray<NoticeEvent>) =>
  events.reduce((state, event) => noticeDecider.evolve(event)(state), noticeDecider.initial)

const sent = NoticeSent({ notice }, { notice: { borrower: anna, channel: 'email', address: 'anna@example.dk' } })
const failed = NoticeFailed({ notice }, { notice: { borrower: anna, reason: 'noContactInformation' } })
const printed = NoticeSent({ notice }, { notice: { borrower: anna, channel: 'letter', address: null } })
const recordSent = {
  ...({ type: 'RecordNoticeSent', notice } as const),
  ...({ channel: 'email', address: 'anna@example.dk' } as const),
}
const recordFailed = { type: 'RecordNoticeFailed', notice, reason: 'noContactInformation' } as const
const print = { type: 'RecordNoticePrinted', notice } as const
const welcome = noticeMade(exampleMakeNotice)
const warning = noticeMade(exampleWarning)

const refused = (_tag: string) => E.left({ _tag })

describe('a notice', () => {
  it.each([
    { when: 'is made', given: [], command: exampleMakeNotice, gives: E.right([welcome]) },
    { when: 'is made once for each cause', given: [welcome], command: exampleMakeNotice, gives: E.right([]) },
    { when: 'is sent', given: [welcome], command: recordSent, gives: E.right([sent]) },
    { when: 'is recorded as sent once', given: [welcome, sent], command: recordSent, gives: E.right([]) },
    { when: 'is given up', given: [welcome], command: recordFailed, gives: E.right([failed]) },
    { when: 'is given up once', given: [welcome, failed], command: recordFailed, gives: E.right([]) },
    { when: 'is not given up once it is sent', given: [welcome, sent], command: recordFailed, gives: E.right([]) },
    {
      when: 'is printed when nobody can be reached',
      given: [warning, failed],
      command: print,
      gives: E.right([printed]),
    },
    {
      when: 'is not printed while it may still go by e-mail',
      ...{ given: [warning], command: print, gives: refused('MessageIsNoLetter') },
    },
    {
      when: 'is not printed when it is a welcome',
      ...{ given: [welcome, failed], command: print, gives: refused('MessageIsNoLetter') },
    },
    {
      when: 'is not printed twice',
      ...{ given: [warning, failed, printed], command: print, gives: refused('MessageHasEnded') },
    },
    { when: 'is unknown before it is made', given: [], command: print, gives: refused('MessageIsUnknown') },
  ])('$when', ({ given, command, gives }) => {
    expect(noticeDecider.decide(command)(after(given))).toEqual(gives)
  })

  it('has a sealed part of one size, whatever its kind: the size does not tell what somebody was told', () => {
    const content = fc.oneof<fc.Arbitrary<NoticeContent>[]>(
      fc.constant({ kind: 'welcome', borrower: anna }),
      fc.constant({ kind: 'beforeErasure', borrower: anna, erasedWith: '2026-06' as Month }),
      fc
        .tuple(
          fc.emailAddress(),
          fc.stringMatching(/^[a-z]{1,200}$/),
          fc.constantFrom(null, numberedUuid(3) as GuardianshipId),
        )
        .map(([email, token, guardianship]) => ({
          ...{ kind: 'verifyEmail' as const, borrower: anna, guardianship, email },
          link: `https://example.dk/${token}`,
        })),
    )
    fc.assert(
      fc.property(content, (of) => {
        expect(canonicalJson(sealedNotice(of))).toHaveLength(noticeBytes)
      }),
    )
  })
})

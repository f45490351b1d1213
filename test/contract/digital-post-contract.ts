import type { SendingFailureReason } from '../../domain/message/sending-failure-reason'
import type { DigitalPost, DigitalPostMail } from '../../domain/ports/digital-post'
import { day } from '../fixtures/example-library'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { rightOrThrow } from '../fixtures/right-or-throw'

/** A mail as Digital Post has it, and all that was handed over with it. */
export interface TakenDigitalPostMail extends Omit<DigitalPostMail, 'sentOn'> {
  readonly whole: string
}

/** An adapter, and what it has handed over. */
export interface DigitalPostUnderTest {
  readonly digitalPost: DigitalPost
  readonly taken: () => ReadonlyArray<TakenDigitalPostMail>
  /** By reason, what makes Digital Post fail for it from now on. */
  readonly fail: Readonly<Partial<Record<SendingFailureReason, () => unknown>>>
  readonly close: () => unknown
}

/** A number that can belong to nobody: there is no 32nd day. */
const cpr = '3213990019'

export const exampleMail: DigitalPostMail = {
  ...{ reference: numberedUuid(901), cpr, language: 'da', sentOn: day('2026-03-11') },
  subject: 'Regning for <Krig & fred>',
  text: 'Kære låner. Du har ikke afleveret:\n- Æblerøveren på Ærø "1" <b>& 2</b> (erstatning 250 kr.)',
}

/** The contract of Digital Post. `reasons`: those for which the adapter can fail. */
export const digitalPostContract = (
  name: string,
  reasons: ReadonlyArray<SendingFailureReason>,
  make: () => Promise<DigitalPostUnderTest>,
): void => {
  describe(`Digital Post: ${name}`, () => {
    let under: DigitalPostUnderTest
    beforeEach(async () => {
      under = await make()
    })
    afterEach(() => under.close())

    const send = (over: Partial<DigitalPostMail> = {}) => under.digitalPost.send({ ...exampleMail, ...over })()

    it('has the mail once it answers: to its recipient, word for word', async () => {
      rightOrThrow(await send())
      const { sentOn: _sentOn, ...mail } = exampleMail
      expect(under.taken()).toMatchObject([mail])
    })

    it('gets the CPR number as the recipient, and nowhere else', async () => {
      rightOrThrow(await send())
      expect(under.taken()[0]?.whole.split(cpr)).toHaveLength(2)
    })

    it('gets one mail when it is handed over twice', async () => {
      rightOrThrow(await send())
      rightOrThrow(await send())
      expect(new Set(under.taken().map(({ reference }) => reference)).size).toBe(1)
    })

    it('says the language of the mail', async () => {
      rightOrThrow(await send({ language: 'en' }))
      expect(under.taken()[0]?.language).toBe('en')
    })

    it.each(reasons.map((reason) => [reason]))('answers %s, and nothing of the person', async (reason) => {
      await under.fail[reason]?.()
      expect(await send()).toEqual({ _tag: 'Left', left: { _tag: 'SendingFailed', reason } })
      expect(under.taken()).toEqual([])
    })
  })
}

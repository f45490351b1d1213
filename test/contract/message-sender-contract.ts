import type { SendingFailureReason } from '../../domain/message/sending-failure-reason'
import type { MessageSender } from '../../domain/ports/message-sender'
import { outgoingMessage } from '../fixtures/messages/outgoing-message'
import { rightOrThrow } from '../fixtures/right-or-throw'

/** What a channel has taken for somebody. */
interface TakenMessage {
  readonly address: string
  readonly text: string
  /** What names the message outside the library; absent where nothing does. */
  readonly reference?: string
}

/** A sender, and what its channel has taken. */
export interface MessageSenderUnderTest {
  readonly sender: MessageSender
  readonly address: string
  readonly taken: () => ReadonlyArray<TakenMessage>
  /** By reason, what makes the channel fail for it from now on. */
  readonly fail: Readonly<Partial<Record<SendingFailureReason, () => unknown>>>
  readonly close: () => Promise<void>
}

/** The contract of a sender of messages. `reasons`: those for which its channel can fail. */
export const messageSenderContract = (
  name: string,
  reasons: ReadonlyArray<SendingFailureReason>,
  make: () => Promise<MessageSenderUnderTest>,
): void => {
  describe(`a sender of messages: ${name}`, () => {
    let channel: MessageSenderUnderTest
    beforeEach(async () => {
      channel = await make()
    })
    afterEach(() => channel.close())

    const send = (over = {}) => channel.sender.send(outgoingMessage(channel.address, over))()

    it('answers once the channel has taken the message: to its address, word for word', async () => {
      rightOrThrow(await send())
      const [taken] = channel.taken()
      const { text } = outgoingMessage('')
      expect(taken).toMatchObject({ address: channel.address, text })
    })

    it('sends what is outside the alphabet of the library, too', async () => {
      const text = 'Husk at aflevere:\n- Война и мир 📚 (senest 4. februar 2026)'
      rightOrThrow(await send({ text }))
      expect(channel.taken()[0]?.text).toBe(text)
    })

    it('tells the channel by one name that a message sent twice is the same, and never by its id in the log', async () => {
      rightOrThrow(await send())
      rightOrThrow(await send())
      expect(new Set(channel.taken().map(({ reference }) => reference)).size).toBe(1)
      expect(JSON.stringify(channel.taken())).not.toContain(outgoingMessage('').message)
    })

    it.each(reasons.map((reason) => [reason]))('answers %s, and no word of the channel', async (reason) => {
      await channel.fail[reason]?.()
      expect(await send()).toEqual({ _tag: 'Left', left: { _tag: 'SendingFailed', reason } })
      expect(channel.taken()).toEqual([])
    })
  })
}

import { messagesOfDay, type MessageCause } from '../../../domain/closing/messages-of-day'
import { anna, bent, day } from '../../fixtures/example-library'

const dueSoon = (borrower: typeof anna, name: string): MessageCause => ({
  ...{ borrower, kind: 'dueSoon' },
  item: { name, day: day('2026-03-14'), amount: null },
})

describe('the messages of a day', () => {
  it('are one for each borrower and kind: four books that are due on one day make one message that names the four', () => {
    const names = ['Aa', 'Bo', 'Ci', 'Du']
    const messages = messagesOfDay([...names].reverse().map((name) => dueSoon(anna, name)))
    expect(messages).toHaveLength(1)
    expect(messages[0]?.items.map(({ name }) => name)).toEqual(names)
  })

  it('tell a borrower nothing of another one, and a reminder nothing of a recall', () => {
    const recall: MessageCause = { ...dueSoon(anna, 'Bo'), kind: 'recall' }
    const messages = messagesOfDay([dueSoon(anna, 'Aa'), recall, dueSoon(bent, 'Ci')])
    expect(messages.map(({ borrower, kind, items }) => [borrower, kind, items.length])).toEqual([
      [anna, 'dueSoon', 1],
      [anna, 'recall', 1],
      [bent, 'dueSoon', 1],
    ])
  })
})

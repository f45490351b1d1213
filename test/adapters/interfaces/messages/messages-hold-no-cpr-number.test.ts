import fc from 'fast-check'
import { createMessageRenderer } from '../../../../adapters/interfaces/messages/create-message-renderer'
import { examplesOfMessages } from '../../../../adapters/interfaces/messages/examples-of-messages'
import { builtInTemplates } from '../../../../adapters/interfaces/messages/templates/built-in-templates'
import type { MessageContent } from '../../../../domain/message/commands/make-message'
import { messageKinds } from '../../../../domain/message/message-kind'
import { textKinds, type TextKind } from '../../../../domain/message/text-content'
import { containsCpr } from '../../../../domain/values/contains-cpr'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const render = rightOrThrow(createMessageRenderer(builtInTemplates))
const languages = ['da', 'en'] as const
const everyTemplate = messageKinds.flatMap((kind) => languages.map((language) => [kind, language] as const))

type Content = Parameters<typeof render>[0]

/** A message of a kind about titles with these names. */
const about = (kind: TextKind, names: ReadonlyArray<string>, number = '17'): Content => {
  const { items, pickUp } = examplesOfMessages[kind]
  return {
    kind,
    items: names.flatMap((name) => items.map((item): MessageContent['items'][number] => ({ ...item, name }))),
    pickUp: pickUp && { ...pickUp, number },
  }
}

const written = (content: Content, language: (typeof languages)[number]): string => {
  const { subject, text } = rightOrThrow(render(content, language, []))
  return `${subject}\n${text}`
}

const cprNumbers = [
  '0101585000',
  '010158-5000',
  '010158 5000',
  '01.01.58-5000',
  '٠١٠١٥٨٥٠٠٠',
  '610158-5000',
  '010158-5A00',
]

/** Names that hold a CPR number, or the first part of one, at the beginning, in the middle or at the end. */
const adversarialName = fc.oneof(
  fc.constantFrom(...cprNumbers),
  fc
    .tuple(fc.constantFrom('', 'Min bog ', '12 '), fc.constantFrom(...cprNumbers), fc.constantFrom('', ' om mig', '.'))
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '010158',
    '0101',
    '01',
    '5000',
    '1984',
    'Catch 22',
    '1914-1918',
    '01/01/58-',
    '-5000',
    '01\n01',
    '58',
  ),
  fc.stringMatching(/^[0-9 .-]{0,14}$/),
  fc.string({ maxLength: 20 }),
)

describe.each(everyTemplate)('the message %s in the language %s', (kind, language) => {
  it.each(cprNumbers)('names no title that holds a CPR number (%s), and goes all the same', (cpr) => {
    const text = written(about(kind, [`Brevet ${cpr}`, 'Pelle Erobreren']), language)
    expect(containsCpr(text)).toBe(false)
    expect(text).toContain('Pelle Erobreren')
    expect(text).toContain(language === 'da' ? 'et materiale' : 'an item')
  })

  it('holds no CPR number, whatever names stand side by side in it, and goes all the same', () => {
    fc.assert(
      fc.property(
        fc.array(adversarialName, { minLength: 1, maxLength: 4 }),
        fc.stringMatching(/^[0-9]{1,6}$/),
        (names, number) => {
          expect(containsCpr(written(about(kind, names, number), language))).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })

  it.each([
    '1984',
    'Catch 22',
    '2001: A Space Odyssey',
    'Fahrenheit 451',
    '1Q84',
    'Apollo 13',
    '365 dage',
    'Blok 10-12',
  ])('names an ordinary title that has numbers: %s', (name) => {
    const text = written(about(kind, [name, name, name]), language)
    expect(text.split(name)).toHaveLength(3 * examplesOfMessages[kind].items.length + 1)
  })
})

const everyText = textKinds.flatMap((kind) => languages.map((language) => [kind, language] as const))

describe.each(everyText)('the text %s in the language %s', (kind, language) => {
  it('names what it tells, and holds no CPR number', () => {
    const { link, erasedWith } = examplesOfMessages[kind]
    const text = written({ kind, ...examplesOfMessages[kind] }, language)
    expect(containsCpr(text)).toBe(false)
    expect(text).toContain(link ?? '')
    expect(text).toContain(erasedWith === undefined ? '' : language === 'da' ? 'juni 2026' : 'June 2026')
  })
})

describe.each(everyText.filter(([kind]) => 'child' in examplesOfMessages[kind]))(
  'the text %s to a guardian in the language %s',
  (kind, language) => {
    it('holds no CPR number, whatever the child is called, and goes all the same', () => {
      fc.assert(
        fc.property(adversarialName, adversarialName, (child, name) => {
          expect(containsCpr(written({ ...about(kind, [name]), child }, language))).toBe(false)
        }),
        { numRuns: 100 },
      )
    })

    it('names the child, and no title that the guardian does not see', () => {
      const { items } = about(kind, ['Pelle Erobreren'])
      const unnamed = { ...about(kind, []), items: items.map((item) => ({ ...item, name: null })), child: 'Bo Barn' }
      expect(written(unnamed, language)).toContain('Bo Barn')
      expect(written(unnamed, language)).toContain(language === 'da' ? 'et materiale' : 'an item')
    })
  },
)

describe('a text with a link that looks like a CPR number', () => {
  it('is refused: the token of a link has no digits', () => {
    const link = 'https://bibliotek.example.dk/email/0101585000'
    expect(render({ kind: 'verifyEmail', items: [], pickUp: null, link }, 'da', [])).toEqual({
      ...{ _tag: 'Left', left: 'cprNumber' },
    })
  })
})

describe('a message that would hold a CPR number without any title', () => {
  it('is refused', () => {
    const { pickUp } = examplesOfMessages.readyForPickUp
    const withCpr = { ...about('readyForPickUp', ['Bog']), pickUp: pickUp && { ...pickUp, number: '0101585000' } }
    expect(render(withCpr, 'da', [])).toEqual({ _tag: 'Left', left: 'cprNumber' })
  })
})

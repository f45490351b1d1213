import * as E from 'fp-ts/Either'
import type { MessageLanguage } from '../../../domain/borrower/message-language'
import { textKinds, type TextContent, type TextKind } from '../../../domain/message/text-content'
import type { RenderMessage } from '../../../domain/ports/message-renderer'
import { containsCpr } from '../../../domain/values/contains-cpr'
import { compileTemplate, type CompiledTemplate, type RenderedMessage } from './compile-template'
import { examplesOfMessages } from './examples-of-messages'
import { messageFieldsOf } from './message-fields'
import { templateFileName } from './template-file-name'
import type { MessageTemplates } from './templates/built-in-templates'

const exampleOfPrivacyLink = 'https://bibliotek.example.dk/da/privatliv'

const languages: ReadonlyArray<MessageLanguage> = ['da', 'en']

const nameOfUnnamed: Readonly<Record<MessageLanguage, string>> = { da: 'et materiale', en: 'an item' }

const unnamedChild: Readonly<Record<MessageLanguage, string>> = { da: 'dit barn', en: 'your child' }

const withNames = (content: TextContent, unnamed: string, nameOf: (name: string) => string): TextContent => ({
  ...content,
  items: content.items.map((item) => ({
    ...item,
    name: item.name === null ? unnamed : nameOf(item.name.replace(/\s+/g, ' ')),
  })),
})

const withoutNameOfChild = (content: TextContent, language: MessageLanguage): TextContent =>
  content.child === undefined || content.child === null ? content : { ...content, child: unnamedChild[language] }

/** What is tried to write, one after the other, until the text holds no CPR number. */
const attemptsToRender = (content: TextContent, language: MessageLanguage): ReadonlyArray<TextContent> => {
  const unnamed = nameOfUnnamed[language]
  const ofChild = containsCpr(content.child ?? '') ? withoutNameOfChild(content, language) : content
  const named = withNames(ofChild, unnamed, (name) => (containsCpr(name) ? unnamed : name))
  const withoutNote = { ...named, noteToBorrower: null }
  const note = content.noteToBorrower ?? null
  const first = note !== null && !containsCpr(note) ? [named] : []
  const withoutTitles = withNames(withoutNote, unnamed, () => unnamed)
  return [...first, withoutNote, withoutTitles, withoutNameOfChild(withoutTitles, language)]
}

const holdsCpr = ({ subject, text }: RenderedMessage): boolean => containsCpr(`${subject}\n${text}`)

type CompiledTemplates = ReadonlyMap<string, CompiledTemplate>

const compileTemplates = (templates: MessageTemplates): E.Either<string, CompiledTemplates> => {
  const compiled = new Map<string, CompiledTemplate>()
  for (const kind of textKinds)
    for (const language of languages) {
      const file = templateFileName(kind, language)
      const example = messageFieldsOf(
        [],
        language,
      )({
        ...{ kind, privacyLink: exampleOfPrivacyLink, ...examplesOfMessages[kind] },
      })
      const template = compileTemplate(templates[kind][language], example)
      if (E.isLeft(template)) return E.left(`The template ${file} cannot be used: ${template.left}.`)
      if (holdsCpr(template.right(example))) return E.left(`The template ${file} holds a CPR number.`)
      compiled.set(file, template.right)
    }
  return E.right(compiled)
}

/**
 * Creates what renders messages, or answers which template is wrong and why. No rendered message holds a CPR number: a
 * name that holds one is replaced by `et materiale` (of a child: `dit barn`), and a note that holds one is left out; when the text still holds one,
 * the note and all names are; and when that does not help, the message is refused.
 */
export const createMessageRenderer = (templates: MessageTemplates): E.Either<string, RenderMessage> =>
  E.map((compiled: CompiledTemplates): RenderMessage => (content, language, branches) => {
    const render = compiled.get(templateFileName(content.kind, language))
    if (render === undefined) return E.left('cprNumber')
    for (const attempt of attemptsToRender(content, language)) {
      const message = render(messageFieldsOf(branches, language)(attempt))
      if (!holdsCpr(message)) return E.right(message)
    }
    return E.left('cprNumber')
  })(compileTemplates(templates))

export const allTemplateFileNames: ReadonlyArray<readonly [string, TextKind, MessageLanguage]> = textKinds.flatMap(
  (kind) => languages.map((language) => [templateFileName(kind, language), kind, language] as const),
)

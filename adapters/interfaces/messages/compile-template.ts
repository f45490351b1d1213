import Handlebars from 'handlebars'
import * as E from 'fp-ts/Either'
import type { MessageFields } from './message-fields'

/** A subject and a text. */
export interface RenderedMessage {
  readonly subject: string
  readonly text: string
}

/** Renders a message. Throws nothing for the fields that the template was tried on. */
export type CompiledTemplate = (fields: MessageFields) => RenderedMessage

const form = /^(?<subject>[^\r\n]*\S[^\r\n]*)\r?\n\r?\n(?<text>[^]*\S[^]*)$/

const splitRendered = (rendered: string): RenderedMessage | undefined => {
  const found = form.exec(rendered)?.groups
  const [subject, text] = [found?.['subject'], found?.['text']]
  return subject === undefined || text === undefined ? undefined : { subject: subject.trim(), text: text.trim() }
}

const problemOf = (error: unknown): string => {
  const { message } = error instanceof Error ? error : { message: '' }
  const field = /^"(.+?)" not defined/.exec(message)?.[1]
  if (field !== undefined) return `this message has no field "${field}"`
  const line = /(?:Parse error on line | - )(\d+)/.exec(message)?.[1]
  return line === undefined ? 'it is no Handlebars template of this program' : `line ${line} is no Handlebars`
}

/**
 * Compiles a template and tries it on an example that has each field of its kind. Answers what is wrong with it: an
 * unknown field, or no subject. Text is not escaped: messages are plain text.
 */
export const compileTemplate = (source: string, example: MessageFields): E.Either<string, CompiledTemplate> => {
  try {
    const render = Handlebars.compile(source, { strict: true, noEscape: true, knownHelpersOnly: true })
    // Also without items and links, and to the borrower: so the other branch of each condition is tried.
    const toBorrower = 'isToGuardian' in example ? { child: null, isToGuardian: false } : { child: null }
    render({ ...example, items: [], privacyLink: null, ...toBorrower })
    if (splitRendered(render(example)) === undefined)
      return E.left('its first line must be a subject, its second empty, and then a text must follow')
    return E.right((fields) => splitRendered(render(fields)) ?? { subject: '', text: '' })
  } catch (error) {
    return E.left(problemOf(error))
  }
}

import type { Definition } from '../../domain/event/define-event'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { DeletionClasses } from './deletion-classes'
import { forgottenWhen } from './in-words'

const names = (fields: Readonly<Record<string, unknown>>): string =>
  Object.keys(fields)
    .map((name) => `\`${name}\``)
    .join(', ')

const row = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`

const forgotten = ({ classes, fields }: Definition): string =>
  classes.length === 0
    ? 'nothing: it holds nothing personal'
    : classes.map((name) => `with the *${name}*: ${names(fields.sealed[name] ?? {})}`).join('; ')

const eventRow = (definition: Definition): string =>
  row([`\`${definition.type}\` (version ${definition.version})`, names(definition.fields.open), forgotten(definition)])

const classRow =
  (classes: DeletionClasses) =>
  (name: ScopeClass): string => {
    const { class: title, parent, provedBy, promise, legalBasis, kept } = classes[name]
    return row([`*${title}*`, parent, forgottenWhen(classes[name]), `“${promise}”`, legalBasis, kept, provedBy])
  }

/**
 * The catalogue of events as Markdown: for each event what stays for ever and what is forgotten with which class,
 * then for each class when, and by which promise.
 */
export const catalogueOf = (definitions: ReadonlyArray<Definition>, classes: DeletionClasses): string =>
  [
    row(['Event', 'Stays for ever', 'Is forgotten']),
    row(['---', '---', '---']),
    ...[...definitions].sort((a, b) => (a.type < b.type ? -1 : 1)).map(eventRow),
    '',
    row(['Class', 'Under', 'Is forgotten', 'By the promise', 'Legal basis', 'What is kept', 'Proved by']),
    row(['---', '---', '---', '---', '---', '---', '---']),
    ...Object.values(classes).map(({ class: name }) => classRow(classes)(name)),
  ].join('\n')

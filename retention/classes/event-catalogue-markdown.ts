import type { AnyEventDefinition } from '../../domain/event/define-event'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { DeletionClasses } from './deletion-classes'
import { describeDeletionClass } from './describe-deletion-class'

const fieldNames = (fields: Readonly<Record<string, unknown>>): string =>
  Object.keys(fields)
    .map((name) => `\`${name}\``)
    .join(', ')

const tableRow = (cells: ReadonlyArray<string>): string => `| ${cells.join(' | ')} |`

const forgottenFields = ({ classes, fields }: AnyEventDefinition): string =>
  classes.length === 0
    ? 'nothing: it holds nothing personal'
    : classes.map((name) => `with the *${name}*: ${fieldNames(fields.sealed[name] ?? {})}`).join('; ')

const eventRow = (definition: AnyEventDefinition): string =>
  tableRow([
    `\`${definition.type}\` (version ${definition.version})`,
    fieldNames(definition.fields.open),
    forgottenFields(definition),
  ])

const classRow =
  (classes: DeletionClasses) =>
  (name: ScopeClass): string => {
    const { class: title, parent, provedBy, promise, legalBasis, whatRemains } = classes[name]
    return tableRow([
      `*${title}*`,
      parent,
      describeDeletionClass(classes[name]),
      `“${promise}”`,
      legalBasis,
      whatRemains,
      provedBy,
    ])
  }

/**
 * The catalogue of events as Markdown: for each event what is kept for ever and what is forgotten with which class, then
 * for each deletion class when it is forgotten, and by which promise.
 */
export const eventCatalogueMarkdown = (
  definitions: ReadonlyArray<AnyEventDefinition>,
  classes: DeletionClasses,
): string =>
  [
    tableRow(['Event', 'Stays for ever', 'Is forgotten']),
    tableRow(['---', '---', '---']),
    ...[...definitions].sort((a, b) => (a.type < b.type ? -1 : 1)).map(eventRow),
    '',
    tableRow(['Class', 'Under', 'Is forgotten', 'By the promise', 'Legal basis', 'What is kept', 'Proved by']),
    tableRow(['---', '---', '---', '---', '---', '---', '---']),
    ...Object.values(classes).map(({ class: name }) => classRow(classes)(name)),
  ].join('\n')

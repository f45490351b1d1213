import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { allTemplateFileNames } from './create-message-renderer'
import { builtInTemplates, type MessageTemplates } from './templates/built-in-templates'

/**
 * The built-in texts, with those that a folder has instead: files named as `due-soon.da.hbs`. A folder that cannot be
 * read, or a file of another name, is refused: a text with a misspelt name would never be used.
 */
export const readTemplateFolder = (folder: string): E.Either<string, MessageTemplates> => {
  try {
    const names = readdirSync(folder)
    const unknown = names.find((name) => !allTemplateFileNames.some(([known]) => known === name))
    if (unknown !== undefined) {
      const known = allTemplateFileNames.map(([name]) => name).join(', ')
      return E.left(`The folder of message templates has a file "${unknown}". Its files may be: ${known}.`)
    }
    const templates = allTemplateFileNames
      .filter(([name]) => names.includes(name))
      .reduce((found: MessageTemplates, [name, kind, language]) => {
        const text = readFileSync(path.join(folder, name), 'utf8')
        return { ...found, [kind]: { ...found[kind], [language]: text } }
      }, builtInTemplates)
    return E.right(templates)
  } catch {
    return E.left(`The folder of message templates, ${folder}, cannot be read.`)
  }
}

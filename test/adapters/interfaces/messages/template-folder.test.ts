import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { createMessageRenderer } from '../../../../adapters/interfaces/messages/create-message-renderer'
import { readTemplateFolder } from '../../../../adapters/interfaces/messages/read-template-folder'
import { day } from '../../../fixtures/example-library'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const dueSoon = {
  ...({ kind: 'dueSoon', pickUp: null } as const),
  items: [{ name: 'Bog', day: day('2026-02-04'), amount: null }],
}

describe('a folder with the texts of a library', () => {
  let folder = ''
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'templates-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text)
  const open = () => pipe(readTemplateFolder(folder), E.chain(createMessageRenderer))

  it('replaces the text of a message in one language, and no other', () => {
    write('due-soon.da.hbs', 'Hej\n\nHusk {{#each items}}{{name}} senest {{day}}{{/each}}.\n')
    const render = rightOrThrow(open())
    expect(render(dueSoon, 'da', [])).toEqual(E.right({ subject: 'Hej', text: 'Husk Bog senest 4. februar 2026.' }))
    expect(rightOrThrow(render(dueSoon, 'en', [])).subject).toBe('Due soon')
  })

  it.each([
    [
      'due-soon.da.hbs',
      'Hej\n\n{{titel}}\n',
      'The template due-soon.da.hbs cannot be used: this message has no field "titel".',
    ],
    [
      'due-soon.da.hbs',
      'Hej\n\n{{#each items}}{{amount}}{{/each}}\n',
      'The template due-soon.da.hbs cannot be used: this message has no field "amount".',
    ],
    [
      'fee.en.hbs',
      'Hi\n\n{{#each items}}x{{else}}{{pickUpNumber}}{{/each}}\n',
      'The template fee.en.hbs cannot be used: this message has no field "pickUpNumber".',
    ],
    ['fee.en.hbs', 'Hi\n\n{{#each items}}\n', 'The template fee.en.hbs cannot be used: line 4 is no Handlebars.'],
    [
      'fee.en.hbs',
      'Hi\n\n{{#each items}}{{/if}}\n',
      'The template fee.en.hbs cannot be used: line 3 is no Handlebars.',
    ],
    [
      'fee.en.hbs',
      'Only one line {{total}}\n',
      'The template fee.en.hbs cannot be used: its first line must be a subject, its second empty, and then a text must follow.',
    ],
    ['fee.en.hbs', 'Hi\n\nOurs: 010158-5000. {{total}}\n', 'The template fee.en.hbs holds a CPR number.'],
  ])('is refused at the start with the name of the file and what is wrong: %s %j', (name, text, problem) => {
    write(name, text)
    expect(open()).toEqual(E.left(problem))
  })

  it('is refused for a file that no message would ever use', () => {
    write('dueSoon.da.hbs', 'Hej\n\nHej')
    expect(open()).toMatchObject({
      left: expect.stringContaining('has a file "dueSoon.da.hbs". Its files may be: due-soon.da.hbs') as string,
    })
  })

  it('is refused where there is none', () => {
    expect(readTemplateFolder(path.join(folder, 'ikke'))).toEqual(
      E.left(`The folder of message templates, ${path.join(folder, 'ikke')}, cannot be read.`),
    )
  })
})

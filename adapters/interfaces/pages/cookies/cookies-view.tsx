import type { JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { Text, useText } from '../layout/page-frame'
import { DataTable, type TableColumn } from '../tables/data-table'
import { cookiesTexts as texts } from './cookies-texts'

/** A cookie of the site, as people are told of it. */
export interface ShownCookie {
  readonly name: string
  readonly purpose: TextInBothLanguages
  readonly life: TextInBothLanguages
}

const columns: ReadonlyArray<TableColumn<ShownCookie>> = [
  { heading: texts.name, cell: ({ name }) => name },
  { heading: texts.purpose, cell: ({ purpose }) => <Text of={purpose} /> },
  { heading: texts.life, cell: ({ life }) => <Text of={life} /> },
  { heading: texts.holds, cell: () => <Text of={texts.holdsId} /> },
]

/** Each cookie of the site with its purpose and its life. */
export const CookiesView = ({ cookies }: { readonly cookies: ReadonlyArray<ShownCookie> }): JSX.Element => (
  <>
    <p>{useText()(texts.lead)}</p>
    <DataTable caption={texts.title} columns={columns} rows={cookies} empty={texts.none} />
  </>
)

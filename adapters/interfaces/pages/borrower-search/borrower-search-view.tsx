import type { JSX } from 'preact'
import type { Day } from '../../../../domain/values/day'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { DayText } from '../formatting/day-text'
import { SubmitButton, TextField } from '../forms/fields'
import { PageForm, useRefusedForm } from '../forms/page-form'
import { useText } from '../layout/page-frame'
import { ScanForm } from '../staff/scan/scan-form'
import { ScanResults } from '../staff/scan/scan-results'
import { useWorkplaceHref } from '../staff/workplace'

export const borrowerSearchTexts = {
  title: { da: 'Find låner', en: 'Find a borrower' },
  scan: { da: 'Scan lånerens kort', en: 'Scan the card of the borrower' },
  scanHint: { da: 'Eller skriv lånernummer eller CPR-nummer', en: 'Or write the borrower number or CPR number' },
  counts: {
    da: 'Låneren kan se, hvilken dag personalet åbnede oplysningerne.',
    en: 'The borrower can see on which day staff opened the record.',
  },
  byName: { da: 'Søg på navn', en: 'Search by name' },
  name: { da: 'Navn', en: 'Name' },
  nameHint: { da: 'Begyndelsen af et eller flere navne', en: 'The beginning of one or more names' },
  search: { da: 'Søg', en: 'Search' },
  found: { da: 'Fundet', en: 'Found' },
  none: { da: 'ingen', en: 'nobody' },
  nobody: {
    da: 'Ingen låner har det navn, eller navnet er beskyttet.',
    en: 'No borrower has the name, or the name is protected.',
  },
  more: { da: 'Der er flere. Skriv mere af navnet.', en: 'There are more. Write more of the name.' },
  born: { da: 'født', en: 'born' },
  register: { da: 'Opret en ny låner', en: 'Register a new borrower' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

const texts = borrowerSearchTexts

/** Those of a name, with no more than is needed to choose. */
export interface BorrowersOfName {
  /** What was searched for. */
  readonly name: string
  readonly borrowers: ReadonlyArray<{
    readonly borrower: string
    readonly name: string
    readonly birthDate: Day | null
  }>
  readonly hasMore: boolean
}

/** The page goes on here once the search is answered. */
const Found = ({ borrowers, hasMore }: BorrowersOfName): JSX.Element => {
  const text = useText()
  const workplaceHref = useWorkplaceHref()
  return (
    <section aria-labelledby="found">
      <h2 id="found" tabIndex={-1} data-focus="" autofocus>
        {text(texts.found)}: {borrowers.length === 0 ? text(texts.none) : borrowers.length}
      </h2>
      {borrowers.length === 0 ? <p>{text(texts.nobody)}</p> : null}
      <ul>
        {borrowers.map(({ borrower, name, birthDate }) => (
          <li>
            <a href={workplaceHref(`/skranke/laaner/${borrower}`)}>{name}</a>
            {birthDate === null ? null : (
              <>
                , {text(texts.born)} <DayText day={birthDate} />
              </>
            )}
          </li>
        ))}
      </ul>
      {hasMore ? <p>{text(texts.more)}</p> : null}
    </section>
  )
}

/** Where the record of a borrower is found: by a number, or by name. */
export const BorrowerSearchView = ({ found }: { readonly found: BorrowersOfName | undefined }): JSX.Element => {
  const text = useText()
  const workplaceHref = useWorkplaceHref()
  const isSearched = useRefusedForm()('search') !== undefined || found !== undefined
  return (
    <>
      <ScanForm name="find" label={texts.scan} hint={texts.scanHint} hasFocus={!isSearched} />
      <ScanResults latest={isSearched ? <></> : null} />
      <p>{text(texts.counts)}</p>
      <h2>{text(texts.byName)}</h2>
      <PageForm name="search">
        <TextField name="name" label={texts.name} hint={texts.nameHint} value={found?.name ?? ''} />
        <SubmitButton text={texts.search} kind="secondary" />
      </PageForm>
      {found === undefined ? null : <Found {...found} />}
      <p>
        <a href={workplaceHref('/skranke/opret')}>{text(texts.register)}</a>
      </p>
    </>
  )
}

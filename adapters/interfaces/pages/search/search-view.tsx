import type { JSX } from 'preact'
import { Text, useHref } from '../layout/page-frame'
import { searchTexts as texts } from './search-texts'

/** What a search has found. */
interface Found {
  readonly titles: ReadonlyArray<{ readonly title: string; readonly name: string; readonly author: string | null }>
  readonly hasMore: boolean
}

/** What the page of the search shows. */
export interface Search {
  readonly query: string
  /** What is wrong with the query; undefined when nothing is. */
  readonly error: string | undefined
  /** Undefined when nothing was searched for. */
  readonly found: Found | undefined
}

const SearchForm = ({ query, error }: Search): JSX.Element => {
  const href = useHref()
  const described = error === undefined ? 'q-hint' : 'q-hint q-error'
  return (
    <form method="get" action={href('/soeg')} role="search" noValidate>
      <div class={error === undefined ? 'form-group' : 'form-group form-error'}>
        <label class="form-label" for="q">
          <Text of={texts.query} />
        </label>
        <span class="form-hint" id="q-hint">
          <Text of={texts.queryHint} />
        </span>
        {error === undefined ? null : (
          <span class="form-error-message" id="q-error">
            {error}
          </span>
        )}
        <input type="search" class="form-input" id="q" name="q" value={query} aria-describedby={described} />
      </div>
      <button type="submit" class="button button-primary">
        <Text of={texts.search} />
      </button>
    </form>
  )
}

const FoundTitles = ({ titles, hasMore }: Found): JSX.Element => {
  const href = useHref()
  return (
    <section aria-labelledby="found">
      <h2 id="found">
        <Text of={texts.found} />
      </h2>
      {titles.length === 0 ? (
        <p>
          <Text of={texts.none} />
        </p>
      ) : (
        <ul>
          {titles.map(({ title, name, author }) => (
            <li>
              <a href={href(`/titel/${title}`)}>{name}</a>
              {author === null ? '' : `, ${author}`} (<Text of={texts.titleNumber} /> {title})
            </li>
          ))}
        </ul>
      )}
      {hasMore ? (
        <p>
          <Text of={texts.more} />
        </p>
      ) : null}
    </section>
  )
}

/** The search of the catalogue. Nobody is asked who searches. */
export const SearchView = (search: Search): JSX.Element => (
  <>
    <SearchForm {...search} />
    {search.found === undefined ? null : <FoundTitles {...search.found} />}
  </>
)

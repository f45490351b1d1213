import type { ComponentChildren, JSX } from 'preact'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { SubmitButton } from '../forms/fields'
import { PageForm } from '../forms/page-form'
import { useHref, useText } from '../layout/page-frame'
import type { DataOfKind } from '../personal-data/personal-data'
import { profileTexts } from '../profile/profile-texts'
import type { BorrowerDataContent } from './borrower-data-content'
import { rightsTexts as texts } from './borrower-data-texts'
import { ErasureState } from './erasure-state'

interface RightProps {
  readonly id: string
  readonly name: TextInBothLanguages
  readonly articles: TextInBothLanguages
  readonly children: ComponentChildren
}

const Right = ({ id, name, articles, children }: RightProps): JSX.Element => {
  const text = useText()
  return (
    <section class="data-right" aria-labelledby={id}>
      <h3 id={id}>{text(name)}</h3>
      {children}
      <p class="data-articles">{text(articles)}</p>
    </section>
  )
}

const PageLink = ({ path, name }: { readonly path: string; readonly name: TextInBothLanguages }): JSX.Element => (
  <a href={useHref()(path)}>{useText()(name)}</a>
)

const CopyRight = (): JSX.Element => (
  <Right id="copy" name={texts.copy} articles={texts.copyArticles}>
    <p>{useText()(texts.copyText)}</p>
    <p>
      <PageLink path="/mit/data/hent" name={texts.copy} />
    </p>
  </Right>
)

const CorrectRight = ({ rows }: { readonly rows: ReadonlyArray<DataOfKind> }): JSX.Element => {
  const text = useText()
  const changeable = rows.filter(({ status }) => status !== 'withheld')
  const bySelf = changeable.filter(({ promise }) => promise.changedBy.includes('borrower'))
  const byStaff = changeable.filter((row) => row.promise.changedBy.includes('staff') && !bySelf.includes(row))
  const names = (of: ReadonlyArray<DataOfKind>) => of.map(({ promise }) => text(promise.name)).join(', ')
  return (
    <Right id="correct" name={texts.correct} articles={texts.correctArticles}>
      <dl class="value-list">
        <dt>{text(texts.correctSelf)}</dt>
        <dd>
          {names(bySelf)}: <PageLink path="/mit/profil" name={profileTexts.title} />
        </dd>
        <dt>{text(texts.correctStaff)}</dt>
        <dd>
          {names(byStaff)}: <PageLink path="/kontakt" name={texts.askStaff} />
        </dd>
      </dl>
      <p>{text(texts.corrected)}</p>
    </Right>
  )
}

const StopHistory = ({ rows }: { readonly rows: ReadonlyArray<DataOfKind> }): JSX.Element => {
  const text = useText()
  const isHeld = rows.some(({ kind, status }) => kind === 'loanHistory' && status === 'held')
  return (
    <Right id="stop" name={texts.stop} articles={texts.stopArticles}>
      {isHeld ? (
        <>
          <p>{text(texts.stopText)}</p>
          <PageForm name="stopHistory">
            <SubmitButton text={texts.stopButton} kind="secondary" />
          </PageForm>
        </>
      ) : (
        <p>{text(texts.noHistory)}</p>
      )}
    </Right>
  )
}

/** What borrowers may ask for, each with the article that gives them the right, and how to do it. */
export const DataRights = ({ content }: { readonly content: BorrowerDataContent }): JSX.Element => {
  const text = useText()
  return (
    <section aria-labelledby="rights">
      <h2 id="rights">{text(texts.rights)}</h2>
      <div class="data-rights">
        <CopyRight />
        <CorrectRight rows={content.rows} />
        <StopHistory rows={content.rows} />
        <Right id="erase" name={texts.erase} articles={texts.eraseArticles}>
          <ErasureState content={content} />
          {content.ending === null ? (
            <p>
              <PageLink path="/mit/data/slet" name={texts.eraseLink} />
            </p>
          ) : null}
        </Right>
        <Right id="restrict" name={texts.restrict} articles={texts.restrictArticles}>
          <p>{text(texts.restrictText)}</p>
          <p>
            <PageLink path="/kontakt" name={texts.contact} />
          </p>
        </Right>
        <Right id="complain" name={texts.complain} articles={texts.complainArticles}>
          <p>{text(texts.complainText)}</p>
          <p>
            <PageLink path="/privatliv" name={texts.privacy} /> · <PageLink path="/kontakt" name={texts.contact} />
          </p>
        </Right>
      </div>
    </section>
  )
}

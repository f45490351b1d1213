import type { JSX } from 'preact'
import { useHref, useText } from '../layout/page-frame'

export const frontTexts = {
  title: { da: 'Velkommen til biblioteket', en: 'Welcome to the library' },
  search: { da: 'Søg', en: 'Search' },
  searchText: {
    da: 'Find en titel, se, hvor den står, og reserver den. Ingen ved, hvem der søger.',
    en: 'Find a title, see where it stands, and reserve it. Nobody knows who searches.',
  },
  myLibrary: { da: 'Mit bibliotek', en: 'My library' },
  myLibraryText: {
    da: 'Se dine lån og reserveringer, forny, og se alt, hvad biblioteket ved om dig.',
    en: 'See your loans and reservations, renew, and see everything that the library knows about you.',
  },
  privacy: { da: 'Vi glemmer', en: 'We forget' },
  privacyText: {
    da: 'Et lån glemmes 30 dage efter, at det er afleveret. Læs, hvad biblioteket gemmer, hvorfor, og hvor længe.',
    en: 'A loan is forgotten 30 days after its return. Read what the library keeps, why, and how long.',
  },
} as const

/** The front page of the site. */
export const FrontView = (): JSX.Element => {
  const text = useText()
  const href = useHref()
  return (
    <>
      <h2>
        <a href={href('/soeg')}>{text(frontTexts.search)}</a>
      </h2>
      <p>{text(frontTexts.searchText)}</p>
      <h2>
        <a href={href('/mit')}>{text(frontTexts.myLibrary)}</a>
      </h2>
      <p>{text(frontTexts.myLibraryText)}</p>
      <h2>
        <a href={href('/privatliv')}>{text(frontTexts.privacy)}</a>
      </h2>
      <p>{text(frontTexts.privacyText)}</p>
    </>
  )
}

import type { JSX } from 'preact'
import { Text, useHref } from '../layout/page-frame'
import { ValueList } from '../tables/value-list'
import { CardSection } from './card-section'
import { HistorySection } from './history-section'
import type { Profile } from './profile'
import { AbsenceSection, ContactSection, PinSection, PreferencesSection, ProfileSection } from './profile-sections'
import { profileTexts as texts } from './profile-texts'

/** What a borrower may change of themself. */
export const ProfileView = (profile: Profile): JSX.Element => {
  const href = useHref()
  return (
    <>
      <ProfileSection id="who-you-are" heading={texts.whoYouAre}>
        <ValueList
          values={[
            { name: texts.name, value: profile.name },
            { name: texts.number, value: profile.number },
          ]}
        />
        <p>
          <Text of={texts.onlyStaff} />
        </p>
        <p>
          <a href={href('/mit/data')}>
            <Text of={texts.allData} />
          </a>
        </p>
      </ProfileSection>
      <ContactSection {...profile} />
      <PreferencesSection {...profile} />
      <AbsenceSection {...profile} />
      <CardSection {...profile} />
      <PinSection />
      <HistorySection history={profile.history} />
    </>
  )
}
